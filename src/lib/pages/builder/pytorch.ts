import { measureChain, windowAlong, type NetworkStep } from '$lib/arithmetic';
import { marginsOf, imageSide, normalizations, readsDigits } from '$lib/data';
import { slopeOf, waysOf, type Layer, type NamedLayer, type Pair, type Shape } from '$lib/network';

/** Modules of 1998 that PyTorch does not have, each written out where a network needs it. */
const definitions = {
  Subsample2d: `class Subsample2d(nn.Module):
    """The sum of each window, times a coefficient, plus a bias: one of each for every map."""

    def __init__(self, channels, kernel_size, stride):
        super().__init__()
        self.sum = nn.AvgPool2d(kernel_size, stride, divisor_override=1)
        self.weight = nn.Parameter(torch.full((channels, 1, 1), 0.25))
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))

    def forward(self, x):
        return self.weight * self.sum(x) + self.bias`,
  SparseConv2d: `class SparseConv2d(nn.Module):
    """A convolution whose output maps each see only some of the input maps."""

    def __init__(self, table, kernel_size, stride=1, padding=0, bias=True):
        super().__init__()
        self.table = table
        self.maps = nn.ModuleList(
            nn.Conv2d(len(seen), 1, kernel_size, stride, padding, bias=bias) for seen in table
        )

    def forward(self, x):
        return torch.cat([conv(x[:, seen]) for conv, seen in zip(self.maps, self.table)], dim=1)`,
  EuclideanRbf: `class EuclideanRbf(nn.Module):
    """The squared distance to a fixed code for each class; replace the zeros by the codes."""

    def __init__(self, features, classes):
        super().__init__()
        self.register_buffer("codes", torch.zeros(classes, features))

    def forward(self, x):
        return ((x[:, None] - self.codes) ** 2).sum(-1)`,
  Residual: `class Residual(nn.Module):
    """What the body makes of the input, added to the input or to its shortcut."""

    def __init__(self, body, shortcut=None):
        super().__init__()
        self.body = body
        self.shortcut = shortcut or nn.Identity()

    def forward(self, x):
        return self.body(x) + self.shortcut(x)`,
  ScaledTanh: `class ScaledTanh(nn.Module):
    """The squashing function of 1998: 1.7159 tanh(2x / 3)."""

    def forward(self, x):
        return 1.7159 * torch.tanh(2 / 3 * x)`,
} as const;

type Definition = keyof typeof definitions;

const pair = ([down, across]: Pair) => (down === across ? `${down}` : `(${down}, ${across})`);
const isVector = ([, height, width]: Shape) => height === 1 && width === 1;

/** A named argument, left out where it has PyTorch's own default. */
const argument = (name: string, value: string, usual: string) =>
  value === usual ? [] : [`${name}=${value}`];

/** The padding as PyTorch takes it: a name, or numbers; `full` is none of its names. */
function paddingOf(layer: Extract<Layer, { kernelSize: Pair }>): string {
  if (layer.padding === 'same' || layer.padding === 'valid') return `"${layer.padding}"`;
  if (layer.padding !== 'full') return pair(layer.padding);
  const [down, across] = ([0, 1] as const).map((axis) => {
    const window = windowAlong({ ...layer, padding: 'full' }, axis);
    return window.ok ? window.value.padding[0] : 0;
  });
  return pair([down, across]);
}

/** The expression that builds one layer. */
export function moduleOf({ layer, input }: Pick<NetworkStep, 'layer' | 'input'>): string {
  const call = (name: string, ...values: readonly (string | number | readonly string[])[]) =>
    `${name}(${values.flat().join(', ')})`;
  const flag = (name: string, value: boolean, usual: boolean) =>
    value === usual ? [] : [`${name}=${value ? 'True' : 'False'}`];

  switch (layer.kind) {
    case 'conv':
    case 'transposed':
      return call(
        layer.kind === 'conv' ? 'nn.Conv2d' : 'nn.ConvTranspose2d',
        input[0],
        layer.outChannels,
        pair(layer.kernelSize),
        argument('stride', pair(layer.stride), '1'),
        argument('padding', paddingOf(layer), '0'),
        layer.kind === 'transposed'
          ? argument('output_padding', pair(layer.outputPadding), '0')
          : [],
        argument('dilation', pair(layer.dilation), '1'),
        argument('groups', String(layer.groups), '1'),
        flag('bias', layer.bias, true),
      );
    case 'maxPool':
    case 'averagePool':
      return call(
        layer.kind === 'maxPool' ? 'nn.MaxPool2d' : 'nn.AvgPool2d',
        pair(layer.kernelSize),
        argument('stride', pair(layer.stride), pair(layer.kernelSize)),
        argument('padding', paddingOf(layer), '0'),
        argument('dilation', pair(layer.dilation), '1'),
        flag('ceil_mode', layer.ceilMode, false),
      );
    case 'subsample':
      return call('Subsample2d', input[0], pair(layer.kernelSize), pair(layer.stride));
    case 'sparse':
      return call(
        'SparseConv2d',
        `[${layer.table.map((seen) => `[${seen.join(', ')}]`).join(', ')}]`,
        pair(layer.kernelSize),
        argument('stride', pair(layer.stride), '1'),
        argument('padding', paddingOf(layer), '0'),
        flag('bias', layer.bias, true),
      );
    case 'linear': {
      const features = input[0] * input[1] * input[2];
      return call('nn.Linear', features, layer.outChannels, flag('bias', layer.bias, true));
    }
    case 'rbf':
      return call('EuclideanRbf', input[0] * input[1] * input[2], layer.outChannels);
    case 'batchNorm':
      return call('nn.BatchNorm2d', input[0]);
    case 'globalAveragePool':
      return call('nn.AdaptiveAvgPool2d', 1);
    case 'dropout':
      return call('nn.Dropout', argument('p', String(layer.p), '0.5'));
    case 'residual': {
      const [body, shortcut] = waysOf(layer).map((way) => chainOf(way, input));
      return call('Residual', body, layer.shortcut?.length ? shortcut : []);
    }
    case 'activation':
      if (layer.name === 'ScaledTanh') return 'ScaledTanh()';
      if (layer.name === 'LeakyReLU') {
        return call('nn.LeakyReLU', argument('negative_slope', String(slopeOf(layer)), '0.01'));
      }
      return layer.name === 'Softmax' ? 'nn.Softmax(dim=1)' : `nn.${layer.name}()`;
  }
}

/** The layers of one way through a residual block, which have been measured. */
function chainOf(layers: readonly NamedLayer[], input: Shape): string {
  const measured = measureChain(layers, input);
  return `nn.Sequential(${measured.ok ? measured.value.map(moduleOf).join(', ') : ''})`;
}

/** What a layer, and those inside it, need written out before the network. */
function definitionsOf(layer: Layer): (Definition | undefined)[] {
  const inside = waysOf(layer).flatMap((way) => way.flatMap((each) => definitionsOf(each.layer)));
  return [...inside, definitionOf(layer)];
}

function definitionOf(layer: Layer): Definition | undefined {
  if (layer.kind === 'residual') return 'Residual';
  if (layer.kind === 'subsample') return 'Subsample2d';
  if (layer.kind === 'sparse') return 'SparseConv2d';
  if (layer.kind === 'rbf') return 'EuclideanRbf';
  return layer.kind === 'activation' && layer.name === 'ScaledTanh' ? 'ScaledTanh' : undefined;
}

/** Layers that read a row of features and not maps. */
const readsFeatures = ({ kind }: Layer) => kind === 'linear' || kind === 'rbf';

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
 * nn.Sequential whose every line ends with the shape that leaves it. Where
 * maps meet a full connection it flattens them, and unflattens where features meet maps. `breakage` says
 * where it breaks, if it does: what follows is not in the file.
 */
export function toPytorch(steps: readonly NetworkStep[], breakage?: string): string {
  const lines: string[] = [];
  let flat = false;
  const add = (expression: string, shape: readonly number[]) =>
    lines.push(`    ${expression},  # ${shape.join(' × ')}`);
  for (const step of steps) {
    const { layer, input, measure } = step;
    const features = input[0] * input[1] * input[2];
    if (readsFeatures(layer) && !flat) {
      add('nn.Flatten()', [features]);
      flat = true;
    } else if (flat && ('kernelSize' in layer || layer.kind === 'batchNorm')) {
      add(`nn.Unflatten(1, (${input.join(', ')}))`, input);
      flat = false;
    }
    const output = flat && isVector(measure.output) ? [measure.output[0]] : measure.output;
    add(moduleOf(step), output);
  }
  const needed = [...new Set(steps.flatMap(({ layer }) => definitionsOf(layer)))].filter(
    (name) => name !== undefined,
  );
  const parts = needed.map((name) => definitions[name]);
  const preparation = steps.length > 0 ? preparationOf(steps[0].input) : '';
  const imports = [
    ...(needed.length > 0 ? ['import torch'] : []),
    'from torch import nn',
    ...(preparation ? ['from torchvision import transforms'] : []),
  ].join('\n');
  const begin = steps.length > 0 ? `  # ${steps[0].input.join(' × ')}` : '';
  const model = `model = nn.Sequential(${begin}\n${lines.join('\n')}\n)\n`;
  const file = [imports, ...parts, model].join(parts.length > 0 ? '\n\n\n' : '\n\n') + preparation;
  return breakage === undefined ? file : `# ${breakage.replaceAll(/\s+/g, ' ')}\n\n${file}`;
}
