import type { Generator } from '$lib/nn';
import { inputSide, type Sheet } from './transforms';

/**
 * How far each of `count` images moves: int8 [count, 2], pixels to the right and pixels down, every
 * pair up to `pixels` either way equally likely. Draws two numbers an image.
 */
export function randomShifts(count: number, pixels: number, generator: Generator): Int8Array {
  const ways = 2 * pixels + 1;
  return Int8Array.from({ length: 2 * count }, () => (generator.nextUint32() % ways) - pixels);
}

/**
 * One padded image, [32, 32] or a sheet of other sides, moved to the right and down: background comes
 * in, what leaves the sheet is lost. So a digit moves into its border, as PyTorch's affine transforms move
 * it when they come after `Pad(2)`.
 */
export function shiftImage(
  image: Uint8Array,
  right: number,
  down: number,
  [height, width]: Sheet = [inputSide, inputSide],
): Uint8Array {
  const moved = new Uint8Array(height * width);
  for (let row = 0; row < height; row++) {
    const from = row - down;
    if (from < 0 || from >= height) continue;
    const pixels = image.subarray(from * width, (from + 1) * width);
    const kept = right < 0 ? pixels.subarray(-right) : pixels.subarray(0, width - right);
    moved.set(kept, row * width + Math.max(0, right));
  }
  return moved;
}
