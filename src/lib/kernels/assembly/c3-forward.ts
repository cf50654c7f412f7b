import { isMaxPooling } from './job';
import { C3_BIAS, C3_MIXED_TAPS, C3_MIXTURES, C3_PRODUCTS } from './memory';
import { poolAverage, poolMax } from './pool';

/*
 * C3 takes more multiplications than the rest of the forward pass together, so its two rows of sums
 * in a row of pool windows are computed with 7 products of rows for the 10 that they are. With d0 to
 * d5 the rows of S2 under the windows and w0 to w4 the rows of taps, · standing for all products of
 * five pixels and six channels, the sums wanted are
 *
 *   y0 = d0·w0 + d1·w1 + d2·w2 + d3·w3 + d4·w4
 *   y1 = d1·w0 + d2·w1 + d3·w2 + d4·w3 + d5·w4
 *
 * and with mixtures of rows and of taps (Winograd 1980 calls it minimal filtering)
 *
 *   p = (d0 − d2)·w0 + (d3 − d4)·w3
 *   q = (d1 + d2)·(w0 + w1 + w2)/2 + d4·(w3 + w4)
 *   r = (d2 − d1)·(w0 − w1 + w2)/2
 *   s = (d1 − d3)·w2 + (d4 − d5)·w4
 *   y0 = q + p + r,  y1 = q − s − r
 *
 * Larger savings exist (36 products for 100 along both axes), but they magnify rounding errors, and
 * in a pool window an error decides which of two nearly equal sums wins. These mixtures do not, and
 * where the rows are equal p, r and s are zero, so that sums which should be equal are.
 */

/** Bytes of a pixel and of a row of S2: six channels, 14 pixels. */
export const S2_PIXEL: usize = 24;
export const S2_ROW: usize = 14 * S2_PIXEL;
/** Bytes from one position of a pool window to the next in a route of C3. */
export const C3_POSITION: usize = 64;

/** Bytes of five pixels of a row, of a row of taps, and of two columns of 16 channels. */
const FIVE_PIXELS: usize = 5 * S2_PIXEL;
const TAP_ROW: usize = 30 * 64;
const COLUMNS: usize = 2 * 64;

/** The seven mixtures of the six rows of S2 from `rows` on, in the order of the products. */
export function mixRows(rows: usize, scratch: usize): void {
  let out = scratch + C3_MIXTURES;
  for (const end = rows + S2_ROW; rows < end; rows += 16, out += 16) {
    const d1 = v128.load(rows, 336);
    const d2 = v128.load(rows, 2 * 336);
    const d3 = v128.load(rows, 3 * 336);
    const d4 = v128.load(rows, 4 * 336);
    v128.store(out, f32x4.sub(v128.load(rows), d2));
    v128.store(out, f32x4.sub(d3, d4), 336);
    v128.store(out, f32x4.add(d1, d2), 2 * 336);
    v128.store(out, d4, 3 * 336);
    v128.store(out, f32x4.sub(d2, d1), 4 * 336);
    v128.store(out, f32x4.sub(d1, d3), 5 * 336);
    v128.store(out, f32x4.sub(d4, v128.load(rows, 5 * 336)), 6 * 336);
  }
}

/**
 * C3, nonlinearity and S4 for one pool window. `mixture` is the window's first pixel in the first of
 * the mixtures. Channels last makes five pixels of a row thirty floats one after the other.
 */
export function c3Window(mixture: usize, pooled: usize, route: usize, scratch: usize): void {
  const products = scratch + C3_PRODUCTS;
  const taps = C3_MIXED_TAPS;
  multiplyRows(mixture, 2, taps, products);
  multiplyRows(mixture + 2 * S2_ROW, 2, taps + 2 * TAP_ROW, products + COLUMNS);
  multiplyRows(mixture + 4 * S2_ROW, 1, taps + 4 * TAP_ROW, products + 2 * COLUMNS);
  multiplyRows(mixture + 5 * S2_ROW, 2, taps + 5 * TAP_ROW, products + 3 * COLUMNS);
  poolProducts(products, pooled, route);
}

/** Adds up mixture · taps over some rows, for two columns of sums and 16 channels: eight vectors. */
function multiplyRows(mixture: usize, rows: usize, tap: usize, products: usize): void {
  let a0 = f32x4.splat(0);
  let a1 = f32x4.splat(0);
  let a2 = f32x4.splat(0);
  let a3 = f32x4.splat(0);
  let b0 = f32x4.splat(0);
  let b1 = f32x4.splat(0);
  let b2 = f32x4.splat(0);
  let b3 = f32x4.splat(0);
  for (const bottom = mixture + rows * S2_ROW; mixture < bottom; mixture += S2_ROW - FIVE_PIXELS) {
    for (const right = mixture + FIVE_PIXELS; mixture < right; mixture += 4, tap += 64) {
      // V8 has 15 vector registers, and this needs fourteen.
      const w0 = v128.load(tap);
      const w1 = v128.load(tap, 16);
      const w2 = v128.load(tap, 32);
      const w3 = v128.load(tap, 48);
      let x = v128.load32_splat(mixture);
      a0 = f32x4.add(a0, f32x4.mul(x, w0));
      a1 = f32x4.add(a1, f32x4.mul(x, w1));
      a2 = f32x4.add(a2, f32x4.mul(x, w2));
      a3 = f32x4.add(a3, f32x4.mul(x, w3));
      x = v128.load32_splat(mixture, 24);
      b0 = f32x4.add(b0, f32x4.mul(x, w0));
      b1 = f32x4.add(b1, f32x4.mul(x, w1));
      b2 = f32x4.add(b2, f32x4.mul(x, w2));
      b3 = f32x4.add(b3, f32x4.mul(x, w3));
    }
  }
  v128.store(products, a0);
  v128.store(products, a1, 16);
  v128.store(products, a2, 32);
  v128.store(products, a3, 48);
  v128.store(products, b0, 64);
  v128.store(products, b1, 80);
  v128.store(products, b2, 96);
  v128.store(products, b3, 112);
}

/** The sums from p, q, r and s, f32 [4, 2, 16]; their biases and the pooling. */
function poolProducts(products: usize, pooled: usize, route: usize): void {
  for (let channel: usize = 0; channel < 64; channel += 16, products += 16) {
    const bias = v128.load(C3_BIAS + channel);
    const q0 = f32x4.add(v128.load(products, 128), bias);
    const q1 = f32x4.add(v128.load(products, 192), bias);
    const r0 = v128.load(products, 256);
    const r1 = v128.load(products, 320);
    const a = f32x4.add(f32x4.add(q0, v128.load(products)), r0);
    const b = f32x4.add(f32x4.add(q1, v128.load(products, 64)), r1);
    const c = f32x4.sub(f32x4.sub(q0, v128.load(products, 384)), r0);
    const d = f32x4.sub(f32x4.sub(q1, v128.load(products, 448)), r1);
    if (isMaxPooling()) poolMax(a, b, c, d, pooled + channel, route + channel, 24, 336);
    else poolAverage(a, b, c, d, pooled + channel, route + channel, C3_POSITION);
  }
}
