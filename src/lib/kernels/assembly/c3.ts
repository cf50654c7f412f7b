import { C3_FRAMED, C3_TAPS, FRAMED_KERNEL, FRAMED_ROW } from './memory';
import { poolLanes } from './pool';
import { append, ENTRY } from './rows';

/** Bytes of a pixel and of a row of S2: six channels, 14 pixels. */
export const S2_PIXEL: usize = 24;
export const S2_ROW: usize = 14 * S2_PIXEL;
/** Bytes from one position of a pool window to the next in a route of C3. */
export const C3_POSITION: usize = 64;

/** Bytes of a row of taps: five pixels of six channels; and of a tap: 16 output channels. */
const TAP_ROW: usize = 5 * S2_PIXEL;
const TAP: usize = 64;

/**
 * C3, nonlinearity and S4 for one pool window and eight of the 16 output channels: `patch` is the
 * first of its 6 × 6 pixels of S2, `channels` is 0 or 32, the bytes of the channels before. Channels
 * last makes a row of five pixels thirty floats in a row.
 */
export function c3Window(
  patch: usize,
  channels: usize,
  bias: usize,
  pooled: usize,
  route: usize,
): void {
  let a0 = v128.load(bias + channels);
  let a1 = v128.load(bias + channels, 16);
  let b0 = a0;
  let b1 = a1;
  let c0 = a0;
  let c1 = a1;
  let d0 = a0;
  let d1 = a1;
  let tap = C3_TAPS + channels;
  for (const bottom = patch + 5 * S2_ROW; patch < bottom; patch += S2_ROW - TAP_ROW) {
    for (const right = patch + TAP_ROW; patch < right; patch += 4, tap += TAP) {
      const w0 = v128.load(tap);
      const w1 = v128.load(tap, 16);
      let x = v128.load32_splat(patch);
      a0 = f32x4.add(a0, f32x4.mul(x, w0));
      a1 = f32x4.add(a1, f32x4.mul(x, w1));
      x = v128.load32_splat(patch, 24);
      b0 = f32x4.add(b0, f32x4.mul(x, w0));
      b1 = f32x4.add(b1, f32x4.mul(x, w1));
      x = v128.load32_splat(patch, 336);
      c0 = f32x4.add(c0, f32x4.mul(x, w0));
      c1 = f32x4.add(c1, f32x4.mul(x, w1));
      x = v128.load32_splat(patch, 360);
      d0 = f32x4.add(d0, f32x4.mul(x, w0));
      d1 = f32x4.add(d1, f32x4.mul(x, w1));
    }
  }
  poolLanes(a0, b0, c0, d0, pooled + channels, route + channels, C3_POSITION);
  poolLanes(a1, b1, c1, d1, pooled + channels + 16, route + channels + 16, C3_POSITION);
}

/** The patch of S2 that a position, 0 to 3, of a window sees. */
export function s2PatchOf(window: usize, position: usize): usize {
  return window + (position & 1) * S2_PIXEL + (position >> 1) * S2_ROW;
}

/**
 * The framed kernel of a channel, placed on a window's 6 × 6 pixels where a position's patch lies:
 * the frame's zeros cover what the kernel does not reach.
 */
export function placedKernel(channel: usize, position: usize): usize {
  return (
    C3_FRAMED +
    channel * FRAMED_KERNEL +
    (1 - (position >> 1)) * FRAMED_ROW +
    (1 - (position & 1)) * S2_PIXEL
  );
}

/**
 * Adds to a row of a window's gradient, six pixels of S2 or 36 floats: value · row over a list of
 * placed kernels, each read `shift` bytes further on.
 */
export function addC3Kernels(list: usize, end: usize, shift: usize, row: usize): void {
  let a0 = v128.load(row);
  let a1 = v128.load(row, 16);
  let a2 = v128.load(row, 32);
  let a3 = v128.load(row, 48);
  let a4 = v128.load(row, 64);
  let a5 = v128.load(row, 80);
  let a6 = v128.load(row, 96);
  let a7 = v128.load(row, 112);
  let a8 = v128.load(row, 128);
  for (; list < end; list += ENTRY) {
    const kernel = load<usize>(list) + shift;
    const value = v128.load32_splat(list, 4);
    a0 = f32x4.add(a0, f32x4.mul(value, v128.load(kernel)));
    a1 = f32x4.add(a1, f32x4.mul(value, v128.load(kernel, 16)));
    a2 = f32x4.add(a2, f32x4.mul(value, v128.load(kernel, 32)));
    a3 = f32x4.add(a3, f32x4.mul(value, v128.load(kernel, 48)));
    a4 = f32x4.add(a4, f32x4.mul(value, v128.load(kernel, 64)));
    a5 = f32x4.add(a5, f32x4.mul(value, v128.load(kernel, 80)));
    a6 = f32x4.add(a6, f32x4.mul(value, v128.load(kernel, 96)));
    a7 = f32x4.add(a7, f32x4.mul(value, v128.load(kernel, 112)));
    a8 = f32x4.add(a8, f32x4.mul(value, v128.load(kernel, 128)));
  }
  v128.store(row, a0);
  v128.store(row, a1, 16);
  v128.store(row, a2, 32);
  v128.store(row, a3, 48);
  v128.store(row, a4, 64);
  v128.store(row, a5, 80);
  v128.store(row, a6, 96);
  v128.store(row, a7, 112);
  v128.store(row, a8, 128);
}
