import { imagesAddress, pixelBackground, pixelScale } from './job';
import { IMAGE, SAMPLES, SHEET, SHEET_BYTES, SHEET_ROW, SHIFTS } from './memory';

const SIDE: usize = 28;
const PIXELS: usize = 784;
const BORDER: usize = 2;
/** Bytes of a row of the image that C1 reads. */
const IMAGE_ROW: usize = 128;

/** How far a digit can move, either way: as many bytes lie around the sheet for what leaves it. */
const MARGIN: usize = 4;

/** The sheet's own first byte. */
function sheetOf(scratch: usize): usize {
  return scratch + SHEET + MARGIN * SHEET_ROW + MARGIN;
}

/**
 * Lays a sample's digit, moved as its entry in `SHIFTS` says, on a sheet of background; returns the first
 * of the sheet's 32 × 32 bytes, whose rows are `SHEET_ROW` apart.
 */
export function layOnSheet(sample: i32, scratch: usize): usize {
  let image = imagesAddress() + <usize>load<u32>(SAMPLES + ((<usize>sample) << 2)) * PIXELS;
  const right = <usize>(<i32>load<i8>(SHIFTS + ((<usize>sample) << 1)));
  const down = <usize>(<i32>load<i8>(SHIFTS + ((<usize>sample) << 1), 1));
  const sheet = sheetOf(scratch);
  memory.fill(scratch + SHEET, 0, SHEET_BYTES);
  let row = sheet + (BORDER + down) * SHEET_ROW + BORDER + right;
  for (const end = image + PIXELS; image < end; image += SIDE, row += SHEET_ROW) {
    v128.store(row, v128.load(image));
    // The last sixteen of the 28, four of which are there already.
    v128.store(row, v128.load(image, 12), 12);
  }
  return sheet;
}

/** Writes what the network reads, f32 [32, 32], from the bytes of the sheet. */
export function normalizeSheet(sheet: usize, scratch: usize): void {
  const scale = f32x4.splat(pixelScale());
  const background = f32x4.splat(pixelBackground());
  let row = scratch + IMAGE;
  for (const end = row + 32 * IMAGE_ROW; row < end; row += IMAGE_ROW, sheet += SHEET_ROW) {
    normalizeEight(sheet, row, scale, background);
    normalizeEight(sheet + 8, row + 32, scale, background);
    normalizeEight(sheet + 16, row + 64, scale, background);
    normalizeEight(sheet + 24, row + 96, scale, background);
  }
}

function normalizeEight(bytes: usize, out: usize, scale: v128, background: v128): void {
  const words = v128.load8x8_u(bytes);
  const low = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(words));
  const high = f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(words));
  v128.store(out, f32x4.add(f32x4.mul(low, scale), background));
  v128.store(out, f32x4.add(f32x4.mul(high, scale), background), 16);
}

/**
 * The ink under the pool windows of one row: bit j for column j of the sheet. Window q of row p sees
 * the 6 × 6 pixels from row 2p and column 2q on, so that its bits are 2q to 2q + 5.
 */
export function inkUnderWindows(sheet: usize, p: i32): u32 {
  let row = sheet + <usize>p * 2 * SHEET_ROW;
  const end = row + 6 * SHEET_ROW;
  let left = i8x16.splat(0);
  let right = left;
  for (; row < end; row += SHEET_ROW) {
    left = v128.or(left, v128.load(row));
    right = v128.or(right, v128.load(row, 16));
  }
  const zero = i8x16.splat(0);
  return i8x16.bitmask(i8x16.ne(left, zero)) | (i8x16.bitmask(i8x16.ne(right, zero)) << 16);
}
