import { dropsLastWindow, windowAlong } from '$lib/arithmetic';
import type { LayerKind } from '../form/settings';
import type { LayerResult } from '../answer';
import { numbersOf, symbols, texNumber, type Terms } from './terms';

/** How the formula is to be written for this layer: as short as its settings allow. */
interface Style {
  readonly dilated: boolean;
  readonly ceil: boolean;
  /** The last window was dropped, because it would begin outside: ceil mode's correction. */
  readonly corrected: boolean;
  readonly outputPadded: boolean;
}

const plain: Style = { dilated: false, ceil: false, corrected: false, outputPadded: false };

/** The right side of a sliding window's size, `⌊(W − K + 2P)/S⌋ + 1`, along one axis. */
function slidingSide(t: Terms, axis: 0 | 1, { dilated, ceil, corrected }: Style): string {
  const span = dilated ? `${t.dilation[axis]}\\,(${t.kernel[axis]}-1)-1` : t.kernel[axis];
  const bracket = ceil ? 'ceil' : 'floor';
  const fraction = `\\frac{${t.input[axis]}-${span}+${t.padding[axis]}}{${t.stride[axis]}}`;
  return `\\left\\l${bracket}${fraction}\\right\\r${bracket}+1${corrected ? '-1' : ''}`;
}

/** The right side of a transposed convolution's size, `(W − 1)·S − 2P + K`, along one axis. */
function spreadingSide(t: Terms, axis: 0 | 1, { dilated, outputPadded }: Style): string {
  const span = dilated ? `${t.dilation[axis]}\\,(${t.kernel[axis]}-1)+1` : t.kernel[axis];
  const extra = outputPadded ? `+${t.outputPadding}` : '';
  return `(${t.input[axis]}-1)${t.times}${t.stride[axis]}-${t.padding[axis]}+${span}${extra}`;
}

const sideOf = (kind: LayerKind) => (kind === 'transposed' ? spreadingSide : slidingSide);

/** The size formula of a kind of layer in symbols, where there are no numbers to put in. */
export function sizeSymbols(kind: LayerKind): string {
  const t = symbols(true);
  return `${t.output[0]}=${sideOf(kind)(t, 0, plain)}`;
}

/** A formula in two parts that may stand below each other: `O = ⌊…⌋ + 1` and `= ⌊…⌋ + 1 = 28`. */
export type SizeFormula = readonly [inSymbols: string, inNumbers: string];

/**
 * The size formula in symbols, `O = ⌊(W − K + 2P)/S⌋ + 1`, and with the numbers put in,
 * `= ⌊(28 − 5 + 2·2)/1⌋ + 1 = 28`; one for each axis where they differ.
 */
export function sizeFormulas(kind: LayerKind, result: LayerResult): SizeFormula[] {
  const { numbers, measure } = result;
  const square = isSquare(result);
  const [letters, filled] = [symbols(square), numbersOf(result)];
  const side = sideOf(kind);
  return (square ? ([0] as const) : ([0, 1] as const)).map((axis) => {
    const style = {
      dilated: numbers.dilation[axis] !== 1,
      ceil: 'ceilMode' in result.layer && result.layer.ceilMode,
      corrected: isCorrected(result, axis),
      outputPadded: numbers.outputPadding !== 0,
    };
    const size = `\\out{${texNumber(measure.output[axis + 1])}}`;
    return [
      `${letters.output[axis]}=${side(letters, axis, style)}`,
      `{}=${side(filled, axis, style)}=${size}`,
    ];
  });
}

/** Whether everything is the same down and across, so that one formula says it all. */
export function isSquare({ numbers: n, measure }: LayerResult): boolean {
  const pairs = [n.input, n.kernel, n.stride, n.padding, n.dilation, measure.output.slice(1)];
  return pairs.every(([down, across]) => down === across);
}

/** Whether ceil mode dropped its last window along an axis, because it would begin outside. */
export function isCorrected({ numbers, layer }: LayerResult, axis: 0 | 1): boolean {
  if (!('ceilMode' in layer)) return false;
  const window = windowAlong(layer, axis);
  const { ceilMode } = layer;
  return window.ok && dropsLastWindow({ ...window.value, ceilMode, input: numbers.input[axis] });
}
