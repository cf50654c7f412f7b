import { placeUnder, windowsOver } from '$lib/arithmetic';
import { conv2dSliding, outputsReading } from '../operations/conv2d-shape';
import type { Reader } from '../operations/definition';
import { combinations, range } from '../operations/products';
import type { Ref, Reference } from '../rules/operand';
import type { Trace } from '../trace/trace';
import type { Sliding } from '../window';
import { reader } from './reader';
import { refShape } from './ref';

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
  /** A gradient, or the zero where there is none: outside them or, for strides above 1, between two. */
  readonly beneath: Reference | { readonly kind: 'outside'; readonly value: 0 };
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
  const grads = reader(trace, output, 'gradient');
  const weights = reader(trace, weight, 'weight');
  const inputShape = refShape(trace, ref.tensor);
  const site: Site = {
    grads,
    weights,
    outputs: outputsReading(ref.index[0], inputShape[0], weights.shape),
    channel: ref.index[0] % weights.shape[1],
    sliding: conv2dSliding([1, ...inputShape], weights.shape, step.operation.options),
  };
  return { contributions: contributionsTo(ref.index, site), turned: turnedOver(ref.index, site) };
}

/** What lies around the pixel: the channels that read it, and its own in their kernels. */
interface Site {
  readonly grads: Reader;
  readonly weights: Reader;
  readonly outputs: readonly number[];
  readonly channel: number;
  readonly sliding: Sliding;
}

function contributionsTo(
  [, row, column]: readonly number[],
  { grads, weights, outputs, channel, sliding: { rows, columns } }: Site,
): Contribution[] {
  const contributions: Contribution[] = [];
  const [ys, xs] = [windowsOver(rows, row), windowsOver(columns, column)];
  let sum = 0;
  for (const k of outputs)
    for (const { output: y, tap: a } of ys)
      for (const { output: x, tap: b } of xs) {
        const gradient = grads.at([k, y, x]);
        const weight = weights.at([k, channel, a, b]);
        const product = gradient.value * weight.value;
        sum += product;
        const window = [placeUnder(rows, y, 0), placeUnder(columns, x, 0)] as const;
        contributions.push({ gradient, weight, product, window, sum });
      }
  return contributions;
}

function turnedOver(
  [, row, column]: readonly number[],
  { grads, weights, outputs, channel, sliding: { rows, columns } }: Site,
): TurnedTap[] {
  const places = combinations(outputs, range(rows.kernel), range(columns.kernel));
  const [ys, xs] = [windowsOver(rows, row), windowsOver(columns, column)];
  return places.map((place) => {
    const [k, i, j] = place;
    const [a, b] = [rows.kernel - 1 - i, columns.kernel - 1 - j];
    const weight = weights.at([k, channel, a, b]);
    const y = ys.find(({ tap }) => tap === a);
    const x = xs.find(({ tap }) => tap === b);
    const beneath: TurnedTap['beneath'] =
      y && x ? grads.at([k, y.output, x.output]) : { kind: 'outside', value: 0 };
    return { place, weight, beneath, product: weight.value * beneath.value };
  });
}
