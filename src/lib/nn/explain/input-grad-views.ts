import type { Trace } from '../trace/trace';
import { combinations, range } from './axis';
import type { Ref } from './ref';
import type { Reference } from './rule';
import { convolutionSliding, reader, type Reader, type Sliding } from './site';

/** One output's gradient on its way back to a pixel, through the weight that lay on the pixel. */
export interface Contribution {
  /** g[k, y, x]. */
  readonly gradient: Reference;
  /** w[k, c, a, b]. */
  readonly weight: Reference;
  readonly product: number;
  /** The row and column of the input at which this output's window begins; below 0 in the padding. */
  readonly window: readonly [row: number, column: number];
  /** The sum of the products up to and with this one. */
  readonly sum: number;
}

/** One tap of the turned kernel: the weight that lies there, and what is beneath it. */
export interface TurnedTap {
  /** [k, i, j]: the output channel, and row and column in the turned kernel. */
  readonly place: readonly number[];
  /** w[k, c, kH − 1 − i, kW − 1 − j]. */
  readonly weight: Reference;
  /** A gradient, or the zero outside the gradients or, for strides above 1, between two of them. */
  readonly beneath: Reference | { readonly kind: 'outside' | 'between'; readonly value: 0 };
  readonly product: number;
}

/** The gradient of one pixel of a convolution's input, in ways that give the same number. */
export interface InputGradViews {
  /**
   * Output by output, channel by channel and row by row: seen from the outputs, each hands its
   * gradient back over its window (scatter); seen from the pixel, it collects them (gather).
   */
  readonly contributions: readonly Contribution[];
  /** The kernel turned by 180° over the gradients around the pixel: every tap, row by row. */
  readonly turned: readonly TurnedTap[];
}

/**
 * The views of a number such as `s2.output.grad[2,5,5]`; undefined if it is not the gradient of a
 * convolution's input.
 */
export function inputGradViews(trace: Trace, ref: Ref): InputGradViews | undefined {
  const step = trace.steps.find(({ writes }) => writes.includes(ref.tensor));
  if (step?.operation.kind !== 'conv2dInputGrad') return undefined;
  const [output, weight] = step.reads;
  const names = { input: ref.tensor, weight, output };
  const slide = convolutionSliding(trace, names, step.operation.options);
  const grads = reader(trace, output, 'gradient');
  const weights = reader(trace, weight, 'weight');
  return {
    contributions: contributionsTo(ref.index, slide, grads, weights),
    turned: turnedOver(ref.index, slide, grads, weights),
  };
}

function contributionsTo(
  [c, row, column]: readonly number[],
  { rows, columns, output }: Sliding,
  grads: Reader,
  weights: Reader,
): Contribution[] {
  const contributions: Contribution[] = [];
  let sum = 0;
  for (const k of range(output[0]))
    for (const { window: y, tap: a } of rows.touches(row))
      for (const { window: x, tap: b } of columns.touches(column)) {
        const gradient = grads.at([k, y, x]);
        const weight = weights.at([k, c, a, b]);
        const product = gradient.value * weight.value;
        sum += product;
        const window = [rows.pixel(y, 0), columns.pixel(x, 0)] as const;
        contributions.push({ gradient, weight, product, window, sum });
      }
  return contributions;
}

function turnedOver(
  [c, row, column]: readonly number[],
  { rows, columns, output }: Sliding,
  grads: Reader,
  weights: Reader,
): TurnedTap[] {
  const places = combinations(range(output[0]), range(rows.kernel), range(columns.kernel));
  return places.map((place) => {
    const [k, i, j] = place;
    const [a, b] = [rows.kernel - 1 - i, columns.kernel - 1 - j];
    const [y, x] = [rows.windowAt(row, a), columns.windowAt(column, b)];
    const weight = weights.at([k, c, a, b]);
    const beneath = gradientAt(grads, [k, y, x]);
    return { place, weight, beneath, product: weight.value * beneath.value };
  });
}

function gradientAt(grads: Reader, index: readonly number[]): TurnedTap['beneath'] {
  if (!index.every(Number.isInteger)) return { kind: 'between', value: 0 };
  const inside = index.every((at, axis) => at >= 0 && at < grads.shape[axis]);
  return inside ? grads.at(index) : { kind: 'outside', value: 0 };
}
