import { failure, success, type Result } from './result';
import { firstProblem } from './whole';

/** How a window slides along one axis: of a convolution or of a pooling layer. */
export interface SlidingWindow {
  /** Pixels along the axis, before padding. */
  readonly input: number;
  /** Taps of the kernel along the axis. */
  readonly kernel: number;
  /** Pixels from one window to the next; 1 if not given. */
  readonly stride?: number;
  /** Pixels added on both sides, or [before, after]; 0 if not given. */
  readonly padding?: number | readonly [before: number, after: number];
  /** Pixels from one tap of the kernel to the next; 1 if not given. */
  readonly dilation?: number;
  /** Let the last window of a pooling layer reach past the edge, as PyTorch's `ceil_mode`. */
  readonly ceilMode?: boolean;
}

/** The pixels that a kernel reaches over, holes included: `dilation · (kernel − 1) + 1`. */
export function kernelSpan(kernel: number, dilation = 1): number {
  return dilation * (kernel - 1) + 1;
}

/**
 * How many windows fit along one axis, which is the size of the output there: PyTorch's formula for
 * Conv2d, MaxPool2d and AvgPool2d. With `ceilMode` the last, incomplete window counts too, unless
 * it would begin in the padding on the right.
 */
export function outputSize(window: SlidingWindow): Result<number> {
  const { input, kernel, stride = 1, padding = 0, dilation = 1, ceilMode = false } = window;
  const [before, after] = typeof padding === 'number' ? [padding, padding] : padding;
  const problem = firstProblem([
    ['input', input, 1],
    ['kernel', kernel, 1],
    ['stride', stride, 1],
    ['padding', before, 0],
    ['padding', after, 0],
    ['dilation', dilation, 1],
  ]);
  if (problem) return failure(problem);

  const span = kernelSpan(kernel, dilation);
  const padded = input + before + after;
  const size = countWindows(padded, span, stride, ceilMode ? input + before : undefined);
  if (size < 1) return failure({ code: 'kernel-exceeds-input', field: 'kernel', span, padded });
  return success(size);
}

/**
 * The windows of `span` pixels that begin every `stride` pixels on `padded` of them; below 1 where
 * none fits. With `ceilBefore` an incomplete window at the end counts, if it begins before there.
 */
export function countWindows(
  padded: number,
  span: number,
  stride: number,
  ceilBefore?: number,
): number {
  const steps = (padded - span) / stride;
  if (ceilBefore === undefined) return Math.floor(steps) + 1;
  const size = Math.ceil(steps) + 1;
  return (size - 1) * stride >= ceilBefore ? size - 1 : size;
}

/** Whether ceil mode drops the last window, because it would begin in the padding on the right. */
export function dropsLastWindow({
  input,
  kernel,
  stride = 1,
  padding = 0,
  dilation = 1,
  ceilMode = false,
}: SlidingWindow): boolean {
  if (!ceilMode) return false;
  const [before, after] = typeof padding === 'number' ? [padding, padding] : padding;
  const [padded, span] = [input + before + after, kernelSpan(kernel, dilation)];
  const kept = countWindows(padded, span, stride, input + before);
  return kept < countWindows(padded, span, stride, Infinity);
}

/**
 * `outputSize` for pooling layers, which, as in PyTorch, also refuse a padding of more than half
 * the kernel's span: a window could then lie wholly in the padding and have nothing to pool.
 */
export function poolOutputSize(window: SlidingWindow): Result<number> {
  const size = outputSize(window);
  if (!size.ok) return size;
  const { kernel, padding = 0, dilation } = window;
  const widest = typeof padding === 'number' ? padding : Math.max(...padding);
  const maximum = mostPoolPadding(kernelSpan(kernel, dilation));
  if (widest <= maximum) return size;
  return failure({ code: 'padding-exceeds-half', field: 'padding', padding: widest, maximum });
}

/** The largest padding that PyTorch takes for pooling with a kernel of this span. */
export function mostPoolPadding(span: number): number {
  return Math.floor(span / 2);
}
