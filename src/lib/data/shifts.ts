import type { Generator } from '$lib/nn';
import { imageSide, imageSize } from './dataset';

/**
 * How far each of `count` images moves: int8 [count, 2], pixels to the right and pixels down, every
 * pair up to `pixels` either way equally likely. Draws two numbers an image.
 */
export function randomShifts(count: number, pixels: number, generator: Generator): Int8Array {
  const ways = 2 * pixels + 1;
  return Int8Array.from({ length: 2 * count }, () => (generator.nextUint32() % ways) - pixels);
}

/** One image `[28, 28]` moved to the right and down; background comes in, what leaves is lost. */
export function shiftImage(image: Uint8Array, right: number, down: number): Uint8Array {
  const moved = new Uint8Array(imageSize);
  for (let row = 0; row < imageSide; row++) {
    const from = row - down;
    if (from < 0 || from >= imageSide) continue;
    const pixels = image.subarray(from * imageSide, (from + 1) * imageSide);
    const kept = right < 0 ? pixels.subarray(-right) : pixels.subarray(0, imageSide - right);
    moved.set(kept, row * imageSide + Math.max(0, right));
  }
  return moved;
}
