import {
  outputSize,
  poolOutputSize,
  windowAlong,
  type Reason,
  type SlidingWindow,
} from '$lib/arithmetic';
import type { Padding, Pair } from '$lib/network';
import { expectShape, zeros, type Tensor } from './tensor';

/** One number for both directions, or [down, across]: PyTorch's order, height before width. */
export type Both = number | Pair;

/** How a kernel slides. PyTorch's names and defaults. */
export interface SlidingOptions {
  /** Pixels from one window to the next; 1 if not given. */
  readonly stride?: Both;
  /** Rows and columns added on every side, or by name; 0 if not given. */
  readonly padding?: number | Padding;
  /** Pixels from one tap of the kernel to the next; 1 if not given. */
  readonly dilation?: Both;
}

/** How a pooling window slides; the stride is the kernel's size if not given, as in PyTorch. */
export interface PoolOptions extends SlidingOptions {
  readonly kernelSize: Both;
  /** Lets the last window reach past the edge; it does not if not given. */
  readonly ceilMode?: boolean;
}

/** A kernel that slides along one axis: down or across. */
export interface Axis extends SlidingWindow {
  readonly stride: number;
  /** Zeros before and after the pixels. */
  readonly padding: Pair;
  readonly dilation: number;
  /** How many windows there are. */
  readonly windows: number;
}

/** The windows of a kernel over both axes of a picture. */
export interface Sliding {
  readonly rows: Axis;
  readonly columns: Axis;
}

/** A number for both directions as a pair. */
export function pairOf(both: Both): Pair {
  return typeof both === 'number' ? [both, both] : both;
}

/**
 * How a kernel of [rows, columns] slides over a picture [height, width]. Throws, naming `operation`,
 * if no window fits.
 */
export function slidingOver(
  operation: string,
  picture: readonly number[],
  kernel: Pair,
  options: SlidingOptions & { readonly ceilMode?: boolean },
  sizeOf = outputSize,
): Sliding {
  const { stride = 1, padding = 0, dilation = 1, ceilMode } = options;
  const settings = {
    kernelSize: kernel,
    stride: pairOf(stride),
    padding: typeof padding === 'number' ? pairOf(padding) : padding,
    dilation: pairOf(dilation),
  };
  const along = (axis: 0 | 1): Axis => {
    const window = windowAlong(settings, axis);
    if (!window.ok) throw refusal(operation, window.reason);
    const sliding = { ...window.value, input: picture[axis], ceilMode };
    const windows = sizeOf(sliding);
    if (!windows.ok) throw refusal(operation, windows.reason);
    return { ...sliding, windows: windows.value };
  };
  return { rows: along(0), columns: along(1) };
}

/**
 * How a pooling window slides over [N, C, H, W]. Throws, naming `operation`, if no window fits or one
 * could lie wholly in the padding.
 */
export function poolSliding(
  operation: string,
  inputShape: readonly number[],
  options: PoolOptions,
): Sliding {
  expectShape(operation, 'input', inputShape, ['N', 'C', 'H', 'W']);
  const { kernelSize, stride = kernelSize } = options;
  const kernel = pairOf(kernelSize);
  return slidingOver(
    operation,
    inputShape.slice(2),
    kernel,
    { ...options, stride },
    poolOutputSize,
  );
}

/** Zeros around every channel of [N, C, H, W], as many as both axes are padded by. */
export function pad(images: Tensor, { rows, columns }: Sliding): Tensor {
  const [samples, channels, height, width] = images.shape;
  const [paddedHeight, paddedWidth] = [lengthOf(rows), lengthOf(columns)];
  if (paddedHeight === height && paddedWidth === width) return images;
  const padded = zeros([samples, channels, paddedHeight, paddedWidth]);
  for (let plane = 0; plane < samples * channels; plane++) {
    for (let row = 0; row < height; row++) {
      const from = (plane * height + row) * width;
      const to = (plane * paddedHeight + row + rows.padding[0]) * paddedWidth + columns.padding[0];
      padded.data.set(images.data.subarray(from, from + width), to);
    }
  }
  return padded;
}

/** What `pad` was given, from what it returned: the border is dropped. */
export function crop(padded: Tensor, { rows, columns }: Sliding): Tensor {
  const [samples, channels, paddedHeight, paddedWidth] = padded.shape;
  const [height, width] = [rows.input, columns.input];
  if (paddedHeight === height && paddedWidth === width) return padded;
  const images = zeros([samples, channels, height, width]);
  for (let plane = 0; plane < samples * channels; plane++) {
    for (let row = 0; row < height; row++) {
      const from =
        (plane * paddedHeight + row + rows.padding[0]) * paddedWidth + columns.padding[0];
      images.data.set(padded.data.subarray(from, from + width), (plane * height + row) * width);
    }
  }
  return images;
}

/** The pixels of an axis with its padding. */
export function lengthOf({ input, padding: [before, after] }: Axis): number {
  return before + input + after;
}

function refusal(operation: string, reason: Reason): Error {
  return new Error(`${operation}: invalid ${reason.field}: ${describe(reason)}`);
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
