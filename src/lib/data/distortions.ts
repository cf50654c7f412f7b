import type { Generator } from '$lib/nn';
import { imageSide, imageSize } from './dataset';

/**
 * A planar affine distortion, as the paper has it (section III-C): moved, scaled, squeezed (narrower and
 * higher, or wider and lower) and sheared, all about the middle of the image.
 */
export interface Distortion {
  /** Pixels to the right and down. */
  readonly right: number;
  readonly down: number;
  /** 1.1 is a tenth larger. */
  readonly scale: number;
  /** 1.1 is a tenth wider and by as much lower. */
  readonly squeeze: number;
  /** By how many pixels a row moves to the left for each row that it lies below the middle. */
  readonly shear: number;
}

/**
 * How far each goes either way: pixels, parts of 1, pixels a row. The paper gives no ranges; these are this
 * project's, and a run's settings multiply them.
 */
export const distortionRanges = { move: 2, scale: 0.1, squeeze: 0.1, shear: 0.2 } as const;

/** One digit of ten stays as it is: the paper has 540,000 distorted ones beside 60,000 of their originals. */
const originals = 0.1;

/**
 * A distortion within `factor` times the ranges, all equally likely; undefined for one digit of ten. Draws
 * six numbers.
 */
export function randomDistortion(factor: number, generator: Generator): Distortion | undefined {
  const within = (range: number) => generator.uniform(-1, 1) * range * factor;
  const { move, scale, squeeze, shear } = distortionRanges;
  const stays = generator.uniform(0, 1) < originals;
  const drawn = {
    right: within(move),
    down: within(move),
    scale: 1 + within(scale),
    squeeze: 1 + within(squeeze),
    shear: within(shear),
  };
  return stays ? undefined : drawn;
}

/**
 * One image [28, 28] distorted: each pixel is what lies where it comes from, in between as the four pixels
 * around are near. Background comes in, what leaves the image is lost.
 */
export function distortImage(image: Uint8Array, distortion: Distortion): Uint8Array {
  const { right, down, scale, squeeze, shear } = distortion;
  const middle = (imageSide - 1) / 2;
  const [width, height] = [scale * squeeze, scale / squeeze];
  const result = new Uint8Array(imageSize);
  for (let row = 0; row < imageSide; row++) {
    const y = (row - middle - down) / height;
    for (let column = 0; column < imageSide; column++) {
      const x = (column - middle - right + shear * y) / width;
      result[row * imageSide + column] = Math.round(levelAt(image, x + middle, y + middle));
    }
  }
  return result;
}

/** The grey level between pixels; 0 outside. */
function levelAt(image: Uint8Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < -1 || top < -1 || left >= imageSide || top >= imageSide) return 0;
  const pixel = (row: number, column: number) =>
    row < 0 || row >= imageSide || column < 0 || column >= imageSide
      ? 0
      : image[row * imageSide + column];
  const [toRight, toBottom] = [x - left, y - top];
  const above = pixel(top, left) * (1 - toRight) + pixel(top, left + 1) * toRight;
  const below = pixel(top + 1, left) * (1 - toRight) + pixel(top + 1, left + 1) * toRight;
  return above * (1 - toBottom) + below * toBottom;
}
