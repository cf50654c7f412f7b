import type { Tensor } from '$lib/nn';
import { imageSide, imageSize } from './dataset';
import { joinBytes } from './idx';

/** How grey levels become the network's input: `x = (byte / 255 − mean) / std`. */
export interface Normalization {
  readonly mean: number;
  readonly std: number;
}

/** The normalisations a page offers, by name. */
export const normalizations = {
  /** What is usual for MNIST: the mean and the standard deviation of the training pixels, rounded. */
  usual: { mean: 0.1307, std: 0.3081 },
  /** The article's: from −1, the background, to 1. */
  article: { mean: 0.5, std: 0.5 },
} as const satisfies Record<string, Normalization>;

/** The name of a normalisation. */
export type NormalizationName = keyof typeof normalizations;

/** What each of the 256 grey levels becomes: entry `b` is the input that a pixel of byte `b` gives. */
export function normalizationTable({ mean, std }: Normalization): Float64Array {
  return Float64Array.from({ length: 256 }, (_, byte) => (byte / 255 - mean) / std);
}

/**
 * Grey levels as numbers that a network takes: bytes `[N, side, side]` in, tensor `[N, 1, side, side]`
 * out. `side` is 28, or 32 for padded images. Throws where the bytes are not whole images.
 */
export function normalizeImages(
  images: Uint8Array,
  normalization: Normalization,
  side: number = imageSide,
): Tensor {
  const count = images.length / (side * side);
  if (!Number.isInteger(count)) {
    throw new Error(
      `normalizeImages: invalid images: expected a multiple of ${side * side} bytes, got ${images.length}`,
    );
  }
  const table = normalizationTable(normalization);
  return {
    shape: [count, 1, side, side],
    data: Float64Array.from(images, (byte) => table[byte]),
  };
}

/** Pixels of background that are put on every side of a digit before the network reads it. */
export const borderWidth = 2;

/** The side of what the network reads: a digit in its border. */
export const inputSide = imageSide + 2 * borderWidth;

/**
 * One image `[28, 28]` with `padding` pixels of background on every side: `[32, 32]` as the paper
 * feeds it (section II-B), and as PyTorch's `transforms.Pad(2)` makes it. Padding comes before
 * normalising, because the background is byte 0 and not input 0.
 */
export function padImage(image: Uint8Array, padding = borderWidth): Uint8Array {
  if (image.length !== imageSize) {
    throw new Error(`padImage: invalid image: expected ${imageSize} bytes, got ${image.length}`);
  }
  const side = imageSide + 2 * padding;
  const padded = new Uint8Array(side * side);
  for (let row = 0; row < imageSide; row++) {
    const pixels = image.subarray(row * imageSide, (row + 1) * imageSide);
    padded.set(pixels, (row + padding) * side + padding);
  }
  return padded;
}

/** True where a pixel of what the network reads lies in the border, outside the digit. */
export function isBorder(row: number, column: number): boolean {
  const isOutside = (at: number) => at < borderWidth || at >= borderWidth + imageSide;
  return isOutside(row) || isOutside(column);
}

/**
 * Digits as the network reads them: bytes `[N, 28, 28]` in, tensor `[N, 1, 32, 32]` out. Each is padded
 * and then normalised, so that the border holds what background becomes. Throws where the bytes are
 * not whole images.
 */
export function networkInput(images: Uint8Array, normalization: Normalization): Tensor {
  const count = images.length / imageSize;
  if (!Number.isInteger(count)) {
    throw new Error(
      `networkInput: invalid images: expected a multiple of ${imageSize} bytes, got ${images.length}`,
    );
  }
  const padded = Array.from({ length: count }, (_, n) =>
    padImage(images.subarray(n * imageSize, (n + 1) * imageSize)),
  );
  return normalizeImages(joinBytes(...padded), normalization, inputSide);
}
