import {
  float32Bytes,
  measureLayer,
  ownField,
  solvableFields,
  solveWindow,
  unitsOf,
  type Axis,
  type Measure,
  type SolvableField,
  type WindowQuestion,
  type WindowSolutions,
} from '$lib/arithmetic';
import type { Layer, Pair, Shape } from '$lib/network';
import {
  isBlank,
  paddingModeOf,
  placeOf,
  readForm,
  type LayerNumbers,
  type Problems,
} from './form/read';
import {
  fieldsOf,
  isApart,
  widthFields,
  type AxisField,
  type LayerKind,
  type LayerSettings,
  type NumberField,
} from './form/settings';

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

/** What is looked for along one axis, or along both at once where the form does not tell them apart. */
interface Asked {
  readonly axis?: Axis;
  readonly missing: readonly SolvableField[];
}

/** The ways to fill in what was left blank. */
export interface Search extends Asked {
  /** The size that was wanted. */
  readonly output: number;
  readonly solutions: WindowSolutions;
}

/** The answer to a form: a layer, ways to fill in what was left blank, or what is wrong where. */
export type LayerAnswer =
  | LayerResult
  | { readonly kind: 'solutions'; readonly searches: readonly Search[] }
  | { readonly kind: 'problems'; readonly problems: Problems };

/** Reads the form and calculates the layer that it describes, or solves for what it leaves blank. */
export function answer(settings: LayerSettings): LayerAnswer {
  const asked = askedOf(settings);
  const reading = readForm(
    settings,
    asked.flatMap(({ axis, missing }) => missing.map((field) => fieldAlong(field, axis))),
  );
  if (!reading.ok) return { kind: 'problems', problems: reading.problems };
  const { numbers } = reading;
  if (asked.length > 0) return search(settings, numbers, asked);

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
  return {
    kind: 'layer',
    numbers,
    layer,
    measure: measure.value,
    activations,
    memory: memory.value,
    receptiveField: ownField(layer, input),
  };
}

/** The name in the form of a setting down, or across where the form tells them apart. */
export function fieldAlong(field: AxisField, axis?: Axis): NumberField {
  return axis === 'width' ? widthFields[field] : field;
}

/** Along each axis the one or two blank fields that a wanted size lets us look for. */
function askedOf(settings: LayerSettings): Asked[] {
  const fields = fieldsOf[settings.kind];
  if (!fields.includes('output')) return [];
  const axes: (Axis | undefined)[] = isApart(settings) ? ['height', 'width'] : [undefined];
  return axes.flatMap((axis) => {
    const isEmpty = (field: AxisField) => isBlank(settings[fieldAlong(field, axis)]);
    const missing = solvableFields.filter(
      (field) =>
        fields.includes(field) &&
        isEmpty(field) &&
        !(field === 'padding' && paddingModeOf(settings.padding)),
    );
    return isEmpty('output') || missing.length < 1 || missing.length > 2 ? [] : { axis, missing };
  });
}

const behaviours: Partial<Record<LayerKind, WindowQuestion['layer']>> = {
  pool: 'pooling',
  average: 'pooling',
  transposed: 'transposed',
};

function search(
  settings: LayerSettings,
  numbers: LayerNumbers,
  asked: readonly Asked[],
): LayerAnswer {
  const searches: Search[] = [];
  for (const { axis, missing } of asked) {
    const at = axis === 'width' ? 1 : 0;
    const known: Partial<Record<SolvableField, number>> = {};
    for (const field of solvableFields) {
      const isNumber = field !== 'padding' || !numbers.paddingMode;
      if (isNumber && !missing.includes(field)) known[field] = numbers[field][at];
    }
    const output = numbers.output[at];
    const solutions = solveWindow({
      known,
      output,
      layer: behaviours[settings.kind],
      ceilMode: settings.ceilMode,
      paddingMode: numbers.paddingMode,
      outputPadding: numbers.outputPadding,
    });
    if (!solutions.ok) {
      const place = placeOf(settings, solutions.reason, axis);
      return { kind: 'problems', problems: { [place]: solutions.reason } };
    }
    searches.push({ axis, missing, output, solutions: solutions.value });
  }
  return { kind: 'solutions', searches };
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
