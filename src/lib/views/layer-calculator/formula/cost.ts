import type { LayerResult } from '../answer';
import type { LayerKind } from '../form/settings';
import { isSquare } from './size';
import {
  numbersOf,
  sharedDivisors,
  symbols,
  texNumber,
  type ResultNames,
  type Terms,
} from './terms';

/** A result of the calculator besides the size, by the name of its `<output>`. */
export const costNames = [
  'parameters',
  'macs',
  'connections',
  'flops',
  'activations',
  'memory',
  'receptiveField',
] as const;
export type CostName = (typeof costNames)[number];

/** What the formulas leave out where it is not there. */
interface Style {
  readonly bias: boolean;
  readonly grouped: boolean;
  readonly dilated: boolean;
  /** Whether stride and dilation have a common divisor. */
  readonly shared: boolean;
}

type Write = (terms: Terms, style: Style) => string;

const product = (t: Terms, ...factors: readonly string[]) => factors.join(t.times);
const area = (t: Terms, [down, across]: readonly [string, string]) =>
  down === across ? `${down}^2` : product(t, down, across);
const perGroup = (t: Terms, channels: string, { grouped }: Style) =>
  grouped ? `\\tfrac{${channels}}{${t.groups}}` : channels;
const biasTerm = (t: Terms, term: string, { bias }: Style) => (bias ? `+\\bias{${term}}` : '');

/** A sum in brackets, which a single term does not need. */
const inBrackets = (sum: string, { bias }: Style) => (bias ? `(${sum})` : sum);

const convolutionUnit: Write = (t, style) =>
  inBrackets(
    product(t, perGroup(t, t.in, style), area(t, t.kernel)) + biasTerm(t, '1', style),
    style,
  );
const transposedProducts: Write = (t, style) =>
  product(t, t.in, perGroup(t, t.out, style), area(t, t.kernel));
const units: Write = (t) => product(t, area(t, t.output), t.out);
const withoutBias = (style: Style) => ({ ...style, bias: false });

type Formulas = Record<'parameters' | 'macs' | 'connections', Write>;

const pooling: Formulas = {
  parameters: () => '0',
  macs: () => '0',
  connections: (t) => product(t, units(t, noStyle), area(t, t.kernel)),
};
const noStyle: Style = { bias: false, grouped: false, dilated: false, shared: false };

const linearUnit: Write = (t, style) => inBrackets(t.in + biasTerm(t, '1', style), style);
const linearWeights: Write = (t, style) => product(t, t.out, linearUnit(t, style));

/** What each kind of layer costs. */
const formulasOf: Record<LayerKind, Formulas> = {
  conv: {
    parameters: (t, style) => product(t, t.out, convolutionUnit(t, style)),
    macs: (t, style) => product(t, units(t, style), convolutionUnit(t, withoutBias(style))),
    connections: (t, style) => product(t, units(t, style), convolutionUnit(t, style)),
  },
  transposed: {
    parameters: (t, style) => transposedProducts(t, style) + biasTerm(t, t.out, style),
    macs: (t, style) => product(t, area(t, t.input), transposedProducts(t, style)),
    connections: (t, style) =>
      product(t, area(t, t.input), transposedProducts(t, style)) +
      biasTerm(t, units(t, style), style),
  },
  pool: pooling,
  average: pooling,
  subsample: {
    ...pooling,
    parameters: (t) => product(t, '2', t.out),
    connections: (t) => product(t, units(t, noStyle), `(${area(t, t.kernel)}+\\bias{1})`),
  },
  linear: {
    parameters: linearWeights,
    macs: (t, style) => linearWeights(t, withoutBias(style)),
    connections: linearWeights,
  },
};

/** What is reckoned from the others, in the same way for every kind of layer. */
const derived: Record<'flops' | 'memory', Write> = {
  flops: (t) => product(t, '2', t.multiplyAdds),
  memory: (t) => `4${t.times}(${t.activations}+${t.parameters})`,
};

/**
 * The pixels that one unit sees: the kernel's span. In a transposed convolution the inputs that
 * overlap in an output: as many as there are taps a stride apart, which dilation draws apart.
 */
function receptiveField(kind: LayerKind, t: Terms, axis: 0 | 1, style: Style): string {
  const { dilated, shared } = style;
  const [kernel, stride, dilation] = [t.kernel[axis], t.stride[axis], t.dilation[axis]];
  if (kind !== 'transposed') return dilated ? `${dilation}\\,(${kernel}-1)+1` : kernel;
  const divisor = t.divisor[axis];
  const taps = dilated && shared ? product(t, kernel, divisor) : kernel;
  const overlap = `\\left\\lceil\\frac{${taps}}{${stride}}\\right\\rceil`;
  if (!dilated) return overlap;
  const apart = shared ? `\\frac{${dilation}}{${divisor}}` : dilation;
  return `${product(t, apart, `(${overlap}-1)`)}+1`;
}

/** One side of a formula: in symbols or in numbers, as the terms are. */
function sideOf(name: CostName, kind: LayerKind, t: Terms, style: Style, square: boolean): string {
  switch (name) {
    case 'receptiveField': {
      const sides = ([0, 1] as const).map((axis) => receptiveField(kind, t, axis, style));
      if (square) return sides[0];
      return sides.map((side) => (style.dilated ? `(${side})` : side)).join('\\times ');
    }
    case 'activations':
      return product(t, t.batch, kind === 'linear' ? t.out : units(t, style));
    case 'flops':
    case 'memory':
      return derived[name](t, style);
    default:
      return formulasOf[kind][name](t, style);
  }
}

/** The results that a kind of layer has; a fully connected one sees everything there is. */
export function costNamesOf(kind: LayerKind): readonly CostName[] {
  return kind === 'linear' ? costNames.filter((name) => name !== 'receptiveField') : costNames;
}

/** The value of each cost; the receptive field as [down, across] where these differ. */
export function costsOf(result: LayerResult): Record<CostName, readonly number[]> {
  const { measure, receptiveField: field, activations, memory } = result;
  return {
    parameters: [measure.parameters],
    macs: [measure.multiplyAdds],
    connections: [measure.connections],
    flops: [2 * measure.multiplyAdds],
    activations: [activations],
    memory: [memory],
    receptiveField: isSquare(result) ? [field[0]] : field,
  };
}

/**
 * A cost's formula in parts: in symbols, which stay while numbers change, and with the numbers put
 * in, ending with its value. A part that would only repeat another is left out.
 */
export function costFormula(
  name: CostName,
  kind: LayerKind,
  result: LayerResult,
  names: ResultNames,
): string[] {
  const style: Style = {
    bias: 'bias' in result.layer && result.layer.bias,
    grouped: result.numbers.groups !== 1,
    dilated: result.numbers.dilation.some((dilation) => dilation !== 1),
    shared: sharedDivisors(result.numbers).some((divisor) => divisor !== 1),
  };
  const square = isSquare(result);
  const sides = [symbols(square, names), numbersOf(result)].map((terms) =>
    sideOf(name, kind, terms, style, square),
  );
  const value = costsOf(result)[name].map(texNumber).join('\\times ');
  const [inSymbols, ...rest] = new Set([...sides, value]);
  return rest.length === 0 ? [inSymbols] : [inSymbols, `{}=${rest.join('=')}`];
}
