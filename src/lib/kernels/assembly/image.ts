import { imagesAddress, pixelBackground, pixelScale } from './job';
import { IMAGE, MOVED, SAMPLES, SHIFTS } from './memory';

const SIDE: usize = 28;
const PIXELS: usize = 784;
/** Bytes of a row of the padded image, and from its start to the first pixel of the image itself. */
const ROW: usize = 128;
const INSIDE: usize = 2 * ROW + 2 * 4;

/** The bytes of a sample's image, moved as its entry in `SHIFTS` says. */
export function imageOf(sample: i32, scratch: usize): usize {
  const image = imagesAddress() + <usize>load<u32>(SAMPLES + ((<usize>sample) << 2)) * PIXELS;
  const right = <i32>load<i8>(SHIFTS + ((<usize>sample) << 1));
  const down = <i32>load<i8>(SHIFTS + ((<usize>sample) << 1), 1);
  return right == 0 && down == 0 ? image : move(image, right, down, scratch + MOVED);
}

/** Writes the image moved to the right and down; what comes in from outside is background. */
function move(image: usize, right: i32, down: i32, moved: usize): usize {
  const side = <i32>SIDE;
  memory.fill(moved, 0, PIXELS);
  const width = max(0, side - abs(right));
  for (let row = max(0, -down); row < side - max(0, down); row++) {
    const from = image + row * side + max(0, -right);
    memory.copy(moved + (row + down) * side + max(0, right), from, width);
  }
  return moved;
}

/**
 * Writes the padded image f32 [32, 32] of an image's bytes. The border of two pixels is left as it
 * is: zero, as PyTorch pads.
 */
export function normalizeImage(bytes: usize, scratch: usize): void {
  const scale = f32x4.splat(pixelScale());
  const background = f32x4.splat(pixelBackground());
  let row = scratch + IMAGE + INSIDE;
  for (const end = bytes + PIXELS; bytes < end; bytes += SIDE, row += ROW) {
    normalizeEight(bytes, row, scale, background);
    normalizeEight(bytes + 8, row + 32, scale, background);
    normalizeEight(bytes + 16, row + 64, scale, background);
    // The last four of the 28, with four that were done before.
    normalizeEight(bytes + 20, row + 80, scale, background);
  }
}

function normalizeEight(bytes: usize, out: usize, scale: v128, background: v128): void {
  const words = v128.load8x8_u(bytes);
  const low = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(words));
  const high = f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(words));
  v128.store(out, f32x4.add(f32x4.mul(low, scale), background));
  v128.store(out, f32x4.add(f32x4.mul(high, scale), background), 16);
}

/** The pixels of a row that are not background: bit j for column j. */
export function inkOfRow(row: usize): u32 {
  const zero = i8x16.splat(0);
  const left = i8x16.bitmask(i8x16.ne(v128.load(row), zero));
  const right = i8x16.bitmask(i8x16.ne(v128.load(row, 12), zero));
  return left | (right << 12);
}

/**
 * The ink under the pool windows of one row: bit j for column j − 2 of the image. Window q of row p
 * sees the 6 × 6 pixels from row 2p − 2 and column 2q − 2 on, so that its bits are 2q to 2q + 5.
 */
export function inkUnderWindows(bytes: usize, p: i32): u32 {
  let ink: u32 = 0;
  const last = min(27, 2 * p + 3);
  for (let row = max(0, 2 * p - 2); row <= last; row++) ink |= inkOfRow(bytes + row * <i32>SIDE);
  return ink << 2;
}
