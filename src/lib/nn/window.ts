import { outputSize, poolOutputSize, type Reason, type SlidingWindow } from '$lib/arithmetic';
import { expectShape, zeros, type Tensor } from './tensor';

/** How a kernel slides, the same in both directions. PyTorch's names and defaults. */
export interface SlidingOptions {
  /** Pixels from one window to the next; 1 if not given. */
  readonly stride?: number;
  /** Rows and columns added on every side; 0 if not given. */
  readonly padding?: number;
  /** Pixels from one tap of the kernel to the next; 1 if not given. */
  readonly dilation?: number;
}

/** How an averaging window slides; the stride is the kernel's size if not given, as in PyTorch. */
export interface AvgPoolOptions {
  readonly kernelSize: number;
  readonly stride?: number;
  readonly padding?: number;
}

/** How a window that takes the maximum slides; its taps can be spread out, as PyTorch's can. */
export interface MaxPoolOptions extends AvgPoolOptions {
  readonly dilation?: number;
}

/** The windows of a convolution along one axis. Throws, naming `operation`, if none fits. */
export function convolutionSide(operation: string, window: SlidingWindow): number {
  return sideOrThrow(operation, outputSize(window));
}

/**
 * The shape [N, C, H', W'] after pooling [N, C, H, W]. Throws, naming `operation`, if no window fits
 * or one could lie wholly in the padding.
 */
export function poolShape(
  operation: string,
  inputShape: readonly number[],
  options: MaxPoolOptions,
): number[] {
  expectShape(operation, 'input', inputShape, ['N', 'C', 'H', 'W']);
  const { kernelSize, stride = kernelSize, padding, dilation } = options;
  const [samples, channels, ...sides] = inputShape;
  return [
    samples,
    channels,
    ...sides.map((input) =>
      sideOrThrow(
        operation,
        poolOutputSize({ input, kernel: kernelSize, stride, padding, dilation }),
      ),
    ),
  ];
}

/** Zeros around every channel of [N, C, H, W]: [N, C, H + 2·padding, W + 2·padding]. */
export function pad(images: Tensor, padding: number): Tensor {
  if (padding === 0) return images;
  const [samples, channels, height, width] = images.shape;
  const paddedWidth = width + 2 * padding;
  const padded = zeros([samples, channels, height + 2 * padding, paddedWidth]);
  for (let plane = 0; plane < samples * channels; plane++) {
    for (let row = 0; row < height; row++) {
      const from = (plane * height + row) * width;
      const to = (plane * (height + 2 * padding) + row + padding) * paddedWidth + padding;
      padded.data.set(images.data.subarray(from, from + width), to);
    }
  }
  return padded;
}

/** What `pad` was given, from what it returned: the border of `padding` pixels is dropped. */
export function crop(padded: Tensor, padding: number): Tensor {
  if (padding === 0) return padded;
  const [samples, channels, paddedHeight, paddedWidth] = padded.shape;
  const height = paddedHeight - 2 * padding;
  const width = paddedWidth - 2 * padding;
  const images = zeros([samples, channels, height, width]);
  for (let plane = 0; plane < samples * channels; plane++) {
    for (let row = 0; row < height; row++) {
      const from = (plane * paddedHeight + row + padding) * paddedWidth + padding;
      images.data.set(padded.data.subarray(from, from + width), (plane * height + row) * width);
    }
  }
  return images;
}

function sideOrThrow(operation: string, side: ReturnType<typeof outputSize>): number {
  if (side.ok) return side.value;
  throw new Error(`${operation}: invalid ${side.reason.field}: ${describe(side.reason)}`);
}

function describe(reason: Reason): string {
  switch (reason.code) {
    case 'kernel-exceeds-input':
      return `expected to cover at most ${reason.padded} pixels, got ${reason.span}`;
    case 'padding-exceeds-half':
      return `expected at most ${reason.maximum}, got ${reason.padding}`;
    case 'too-small':
      return `expected at least ${reason.minimum}, got ${reason.value}`;
    case 'too-large':
      return `expected at most ${reason.maximum}, got ${reason.value}`;
    case 'not-whole':
      return `expected a whole number, got ${reason.value}`;
    default:
      return reason.code;
  }
}
