import {
  float32Bytes,
  grow,
  measureLayer,
  pixelFields,
  solvableFields,
  solveWindow,
  unitsOf,
  type Layer,
  type Measure,
  type Pair,
  type Shape,
  type SolvableField,
  type WindowSolutions,
} from '$lib/arithmetic';
import {
  isBlank,
  paddingModeOf,
  placeOf,
  readForm,
  type LayerNumbers,
  type Problems,
} from './form/read';
import { fieldsOf, isApart, type LayerSettings } from './form/settings';

/** A layer that can be built, with all that the calculator shows of it. */
export interface LayerResult {
  readonly kind: 'layer';
  readonly numbers: LayerNumbers;
  readonly layer: Layer;
  readonly measure: Measure;
  /** The numbers that come out for the whole batch. */
  readonly activations: number;
  /** Bytes of the batch's output and of the parameters, in float32. */
  readonly memory: number;
  /** Pixels that one output unit sees, down and across. */
  readonly receptiveField: Pair;
}

/** The answer to a form: a layer, ways to fill in what was left blank, or what is wrong where. */
export type LayerAnswer =
  | LayerResult
  | {
      readonly kind: 'solutions';
      readonly missing: readonly SolvableField[];
      readonly output: number;
      readonly solutions: WindowSolutions;
    }
  | { readonly kind: 'problems'; readonly problems: Problems };

/** Reads the form and calculates the layer that it describes, or solves for what it leaves blank. */
export function answer(settings: LayerSettings): LayerAnswer {
  const missing = missingOf(settings);
  const reading = readForm(settings, missing);
  if (!reading.ok) return { kind: 'problems', problems: reading.problems };
  const { numbers } = reading;
  if (missing.length > 0) return solve(settings, numbers, missing);

  const layer = layerOf(settings, numbers);
  const input: Shape = [numbers.in, ...numbers.input];
  const measure = measureLayer(layer, input);
  if (!measure.ok) {
    const place = placeOf(settings, measure.reason, measure.axis);
    return { kind: 'problems', problems: { [place]: measure.reason } };
  }
  const activations = numbers.batch * unitsOf(measure.value);
  const memory = float32Bytes(activations + measure.value.parameters);
  if (!memory.ok) {
    return { kind: 'problems', problems: { batch: { code: 'result-too-large', field: 'batch' } } };
  }
  const [down, across] = grow(pixelFields, layer, numbers.input);
  return {
    kind: 'layer',
    numbers,
    layer,
    measure: measure.value,
    activations,
    memory: memory.value,
    receptiveField: [down.size, across.size],
  };
}

/** The one or two blank fields that the wanted output size lets us look for; [] if it cannot be done. */
function missingOf(settings: LayerSettings): SolvableField[] {
  const fields = fieldsOf[settings.kind];
  if (!fields.includes('output') || isBlank(settings.output) || isApart(settings)) return [];
  if (paddingModeOf(settings.padding)) return [];
  const missing = solvableFields.filter(
    (field) => fields.includes(field) && isBlank(settings[field]),
  );
  return missing.length <= 2 ? missing : [];
}

function solve(
  settings: LayerSettings,
  numbers: LayerNumbers,
  missing: readonly SolvableField[],
): LayerAnswer {
  const known: Partial<Record<SolvableField, number>> = {};
  for (const field of solvableFields) {
    if (!missing.includes(field)) known[field] = numbers[field][0];
  }
  const solutions = solveWindow({
    known,
    output: numbers.output,
    pooling: settings.kind === 'pool' || settings.kind === 'average',
    ceilMode: settings.ceilMode,
  });
  if (!solutions.ok) {
    const place = placeOf(settings, solutions.reason);
    return { kind: 'problems', problems: { [place]: solutions.reason } };
  }
  return { kind: 'solutions', missing, output: numbers.output, solutions: solutions.value };
}

/** What the form describes, in the words of `$lib/arithmetic`. */
function layerOf({ kind, bias, ceilMode }: LayerSettings, n: LayerNumbers): Layer {
  const window = {
    kernelSize: n.kernel,
    stride: n.stride,
    padding: n.paddingMode ?? n.padding,
    dilation: n.dilation,
  };
  const channels = { outChannels: n.out, groups: n.groups, bias };
  switch (kind) {
    case 'conv':
      return { kind: 'conv', ...window, ...channels };
    case 'transposed':
      return {
        kind: 'transposed',
        ...window,
        ...channels,
        padding: n.padding,
        outputPadding: [n.outputPadding, n.outputPadding],
      };
    case 'pool':
      return { kind: 'maxPool', ...window, ceilMode };
    case 'average':
      return { kind: 'averagePool', ...window, ceilMode };
    case 'subsample':
      return { kind: 'subsample', ...window };
    case 'linear':
      return { kind: 'linear', outChannels: n.out, bias };
  }
}
