import type { Tensor } from '$lib/nn';
import { imageSide, imageSize } from './dataset';

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
 * Images as the network takes them: bytes `[N, side, side]` in, tensor `[N, 1, side, side]` out.
 * `side` is 28, or 32 for padded images. Throws where the bytes are not whole images.
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

/**
 * One image `[28, 28]` with `padding` pixels of background on every side: `[32, 32]` as the paper
 * feeds it (section II-B). Padding comes before normalising, because the background is byte 0 and
 * not input 0.
 */
export function padImage(image: Uint8Array, padding = 2): Uint8Array {
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
