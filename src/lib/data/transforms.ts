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
  /** The paper's (section II-B): from −0.1, the background, to 1.175, the ink; (byte − 20) / 200. */
  paper: { mean: 20 / 255, std: 200 / 255 },
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
  return normalizeSheets(images, normalization, [side, side]);
}

/** The same for sheets of any sides: bytes `[N, height, width]` in, tensor `[N, 1, height, width]` out. */
export function normalizeSheets(
  images: Uint8Array,
  normalization: Normalization,
  [height, width]: Sheet,
): Tensor {
  const count = images.length / (height * width);
  if (!Number.isInteger(count)) {
    throw new Error(
      `normalizeImages: invalid images: expected a multiple of ${height * width} bytes, got ${images.length}`,
    );
  }
  const table = normalizationTable(normalization);
  return {
    shape: [count, 1, height, width],
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

/** A sheet that a network reads: [height, width]. */
export type Sheet = readonly [height: number, width: number];

const usualSheet: Sheet = [inputSide, inputSide];

/** How many rows and columns of a sheet lie before a digit in its middle. */
export function marginsOf([height, width]: Sheet): Sheet {
  return [Math.floor((height - imageSide) / 2), Math.floor((width - imageSide) / 2)];
}

/** Whether a network reads one grey picture on which a digit has room: `input` is [channels, height, width]. */
export function readsDigits({ input }: { readonly input: readonly number[] }): boolean {
  const [channels, height, width] = input;
  return channels === 1 && height >= imageSide && width >= imageSide;
}

/** One image `[28, 28]` in the middle of a sheet of background. Throws where it does not fit. */
export function onSheet(image: Uint8Array, sheet: Sheet = usualSheet): Uint8Array {
  const [height, width] = sheet;
  const [top, left] = marginsOf(sheet);
  if (image.length !== imageSize || top < 0 || left < 0) {
    throw new Error(
      `onSheet: expected ${imageSize} bytes on 28 × 28 at least, got ${sheet.join()}`,
    );
  }
  const placed = new Uint8Array(height * width);
  for (let row = 0; row < imageSide; row++) {
    const pixels = image.subarray(row * imageSide, (row + 1) * imageSide);
    placed.set(pixels, (row + top) * width + left);
  }
  return placed;
}

/** True where a pixel of what the network reads lies in the border, outside the digit. */
export function isBorder(row: number, column: number, sheet: Sheet = usualSheet): boolean {
  const [top, left] = marginsOf(sheet);
  const isOutside = (at: number, before: number) => at < before || at >= before + imageSide;
  return isOutside(row, top) || isOutside(column, left);
}

/**
 * Digits as a network reads them: bytes `[N, 28, 28]` in, tensor `[N, 1, height, width]` out, 32 × 32 if
 * no sheet is given. Each lies in the middle of its sheet and is then normalised, so that the border
 * holds what background becomes. Throws where the bytes are not whole images.
 */
export function networkInput(
  images: Uint8Array,
  normalization: Normalization,
  sheet: Sheet = usualSheet,
): Tensor {
  const count = images.length / imageSize;
  if (!Number.isInteger(count)) {
    throw new Error(
      `networkInput: invalid images: expected a multiple of ${imageSize} bytes, got ${images.length}`,
    );
  }
  const sheets = Array.from({ length: count }, (_, n) =>
    onSheet(images.subarray(n * imageSize, (n + 1) * imageSize), sheet),
  );
  return normalizeSheets(joinBytes(...sheets), normalization, sheet);
}
