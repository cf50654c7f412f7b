import type { NetworkStep } from '$lib/arithmetic';
import { marginsOf, imageSide, normalizations, readsDigits } from '$lib/data';
import { pytorchNames, type Layer, type Shape } from '$lib/network';
import { preambleOf } from './definitions';
import { moduleOf } from './modules';

const isVector = ([, height, width]: Shape) => height === 1 && width === 1;

/** Layers that read a row of features and not maps. */
const readsFeatures = ({ kind }: Layer) => kind === 'linear' || kind === 'rbf';

/** A module of an `nn.Sequential`, and the shape that leaves it. */
export interface Line {
  /** As weights files name it: `conv1`; `flatten` where the network has no such layer. */
  readonly name: string;
  readonly expression: string;
  readonly shape: readonly number[];
}

/**
 * The modules that layers become, one after another. Where maps meet a full connection they are flattened,
 * and unflattened where features meet maps.
 */
export function linesOf(steps: readonly NetworkStep[]): Line[] {
  const names = pytorchNames(steps);
  const lines: Line[] = [];
  let flat = false;
  for (const step of steps) {
    const { layer, input, measure } = step;
    const features = input[0] * input[1] * input[2];
    if (readsFeatures(layer) && !flat) {
      lines.push({
        name: `flatten${suffix(lines, 'flatten')}`,
        expression: 'nn.Flatten()',
        shape: [features],
      });
      flat = true;
    } else if (flat && ('kernelSize' in layer || layer.kind === 'batchNorm')) {
      const expression = `nn.Unflatten(1, (${input.join(', ')}))`;
      lines.push({ name: `unflatten${suffix(lines, 'unflatten')}`, expression, shape: input });
      flat = false;
    }
    const shape = flat && isVector(measure.output) ? [measure.output[0]] : measure.output;
    lines.push({ name: names.get(step.name) ?? step.name, expression: moduleOf(step), shape });
  }
  return lines;
}

/** A number for the second module of a name, and all after it. */
function suffix(lines: readonly Line[], word: string): string {
  const count = lines.filter(({ name }) => name.startsWith(word)).length;
  return count === 0 ? '' : String(count + 1);
}

/**
 * How a digit becomes what the network reads; nothing where digits have no place on it. Background is
 * put round the digit while it is a picture, so that it is normalised too.
 */
function preparationOf(input: Shape): string {
  if (!readsDigits({ input })) return '';
  const [, height, width] = input;
  const [top, left] = marginsOf([height, width]);
  const [bottom, right] = [height - imageSide - top, width - imageSide - left];
  const sides = [left, top, right, bottom];
  const pad = sides.every((side) => side === top) ? `${top}` : `(${sides.join(', ')})`;
  const { mean, std } = normalizations.usual;
  const steps = [
    ...(sides.some((side) => side > 0)
      ? [`transforms.Pad(${pad}),  # background, to ${height} × ${width}, before it is normalised`]
      : []),
    'transforms.ToTensor(),',
    `transforms.Normalize((${mean},), (${std},)),`,
  ];
  return [
    '',
    '# How a digit of 28 × 28 becomes what the network reads.',
    'prepare = transforms.Compose([',
    ...steps.map((step) => `    ${step}`),
    '])',
    '',
  ].join('\n');
}

/**
 * The network as Python, with how digits are prepared for it where it reads digits: an
 * nn.Sequential whose every line ends with the shape that leaves it. `breakage` says where it breaks, if
 * it does: what follows is not in the file.
 */
export function toPytorch(steps: readonly NetworkStep[], breakage?: string): string {
  const lines = linesOf(steps).map(
    ({ expression, shape }) => `    ${expression},  # ${shape.join(' × ')}`,
  );
  const { imports, classes } = preambleOf(steps.map(({ layer }) => layer));
  const preparation = steps.length > 0 ? preparationOf(steps[0].input) : '';
  const allImports = [
    ...imports,
    ...(preparation ? ['from torchvision import transforms'] : []),
  ].join('\n');
  const begin = steps.length > 0 ? `  # ${steps[0].input.join(' × ')}` : '';
  const model = `model = nn.Sequential(${begin}\n${lines.join('\n')}\n)\n`;
  const file =
    [allImports, ...classes, model].join(classes.length > 0 ? '\n\n\n' : '\n\n') + preparation;
  return breakage === undefined ? file : `# ${breakage.replaceAll(/\s+/g, ' ')}\n\n${file}`;
}
