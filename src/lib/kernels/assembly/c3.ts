import {
  C3_BIAS,
  C3_FRAMED,
  C3_HALVES,
  C3_POINTS,
  C3_PRODUCTS,
  C3_ROWS,
  C3_SUMS,
  C3_VALUES,
  FRAMED_KERNEL,
} from './memory';
import { isMaxPooling } from './job';
import { poolAverage, poolMax } from './pool';
import { appendEach, appendFour, ENTRY, isNonZero } from './lists';
import { transformInput, transformOutput } from './winograd';

/** Bytes of a pixel and of a row of S2: six channels, 14 pixels. */
export const S2_PIXEL: usize = 24;
export const S2_ROW: usize = 14 * S2_PIXEL;
/** Bytes from one position of a pool window to the next in a route of C3. */
export const C3_POSITION: usize = 64;

/** Bytes of a row of five pool windows: in the inputs' values at a point, and in the products. */
const VALUES: usize = 5 * 32;
const PRODUCTS: usize = 5 * 64;

/**
 * C3's sums of the 2 × 2 positions of a row of five pool windows, by minimal filtering. `patch` is
 * the first pixel of the first window; works in `scratch`, where it leaves f32 [5, 2, 2, 16].
 */
export function c3Sums(patch: usize, scratch: usize): usize {
  const rows = scratch + C3_ROWS;
  const values = scratch + C3_VALUES;
  const products = scratch + C3_PRODUCTS;
  const halves = scratch + C3_HALVES;
  const sums = scratch + C3_SUMS;
  // Down the columns: all 14 pixels of six channels at once, 21 vectors.
  for (let x: usize = 0; x < S2_ROW; x += 16) {
    transformInput(patch + x, S2_ROW, rows + x, S2_ROW);
  }
  // Along the rows, window by window, channels 0 to 3 and 4 to 7, of which the last two mean nothing.
  for (let point: usize = 0; point < 6; point++) {
    const row = rows + point * S2_ROW;
    const to = values + point * 6 * VALUES;
    for (let window: usize = 0; window < 5; window++) {
      const from = row + window * 2 * S2_PIXEL;
      transformInput(from, S2_PIXEL, to + window * 32, VALUES);
      transformInput(from + 16, S2_PIXEL, to + window * 32 + 16, VALUES);
    }
  }
  for (let point: usize = 0; point < 36; point++) {
    const taps = C3_POINTS + point * 6 * 64;
    multiplyPoint(values + point * VALUES, taps, products + point * PRODUCTS);
    multiplyPoint(values + point * VALUES, taps + 32, products + point * PRODUCTS + 32);
  }
  for (let window: usize = 0; window < 5; window++) {
    const from = products + window * 64;
    for (let point: usize = 0; point < 6; point++) {
      for (let channel: usize = 0; channel < 64; channel += 16) {
        transformOutput(
          from + point * PRODUCTS + channel,
          6 * PRODUCTS,
          halves + point * 64 + channel,
          6 * 64,
        );
      }
    }
    const to = sums + window * 4 * 64;
    for (let channel: usize = 0; channel < 64; channel += 16) {
      transformOutput(halves + channel, 64, to + channel, 64);
      transformOutput(halves + 6 * 64 + channel, 64, to + 2 * 64 + channel, 64);
    }
  }
  return sums;
}

/**
 * At one of the 36 points, for five windows and eight output channels: the sum over the six input
 * channels of value · taps, in ten accumulators.
 */
function multiplyPoint(values: usize, taps: usize, products: usize): void {
  let a0 = f32x4.splat(0);
  let a1 = f32x4.splat(0);
  let b0 = f32x4.splat(0);
  let b1 = f32x4.splat(0);
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(0);
  let d0 = f32x4.splat(0);
  let d1 = f32x4.splat(0);
  let e0 = f32x4.splat(0);
  let e1 = f32x4.splat(0);
  for (const end = values + 24; values < end; values += 4, taps += 64) {
    const w0 = v128.load(taps);
    const w1 = v128.load(taps, 16);
    // Each value just before its products: V8 has 15 vector registers, and this needs fourteen.
    let x = v128.load32_splat(values);
    a0 = f32x4.add(a0, f32x4.mul(x, w0));
    a1 = f32x4.add(a1, f32x4.mul(x, w1));
    x = v128.load32_splat(values, 32);
    b0 = f32x4.add(b0, f32x4.mul(x, w0));
    b1 = f32x4.add(b1, f32x4.mul(x, w1));
    x = v128.load32_splat(values, 64);
    c0 = f32x4.add(c0, f32x4.mul(x, w0));
    c1 = f32x4.add(c1, f32x4.mul(x, w1));
    x = v128.load32_splat(values, 96);
    d0 = f32x4.add(d0, f32x4.mul(x, w0));
    d1 = f32x4.add(d1, f32x4.mul(x, w1));
    x = v128.load32_splat(values, 128);
    e0 = f32x4.add(e0, f32x4.mul(x, w0));
    e1 = f32x4.add(e1, f32x4.mul(x, w1));
  }
  v128.store(products, a0);
  v128.store(products, a1, 16);
  v128.store(products, b0, 64);
  v128.store(products, b1, 80);
  v128.store(products, c0, 128);
  v128.store(products, c1, 144);
  v128.store(products, d0, 192);
  v128.store(products, d1, 208);
  v128.store(products, e0, 256);
  v128.store(products, e1, 272);
}

/** Pools one window's sums, f32 [2, 2, 16], of which the biases are still to be added. */
export function poolC3(sums: usize, pooled: usize, route: usize): void {
  for (let channel: usize = 0; channel < 64; channel += 16) {
    const bias = v128.load(C3_BIAS + channel);
    const a = f32x4.add(v128.load(sums + channel), bias);
    const b = f32x4.add(v128.load(sums + channel, 64), bias);
    const c = f32x4.add(v128.load(sums + channel, 128), bias);
    const d = f32x4.add(v128.load(sums + channel, 192), bias);
    if (isMaxPooling()) poolMax(a, b, c, d, pooled + channel, route + channel, 24, 336);
    else poolAverage(a, b, c, d, pooled + channel, route + channel, C3_POSITION);
  }
}

/** The framed kernels of four channels, so placed that they cover a window's first patch. */
function placedKernels(channel: i32): v128 {
  const size = <i32>FRAMED_KERNEL;
  const first = <i32>C3_FRAMED + channel * size + <i32>(S2_ROW + S2_PIXEL);
  return i32x4.add(i32x4.splat(first), i32x4(0, size, 2 * size, 3 * size));
}

/**
 * Lists the gradient of a pool window of S4. In `list` it goes with kernels, framed by a pixel of
 * zeros and so placed that they cover what the sum looked at; in the list of each channel, whose ends
 * are at `ends`, with that patch of S2. A frame's rows are as long as those of S2, so that what is
 * added to a patch's address is taken from a kernel's. Adds to the biases' gradient; returns the end
 * of `list`.
 */
export function listC3(
  window: usize,
  gradient: usize,
  route: usize,
  bias: usize,
  list: usize,
  ends: usize,
): usize {
  const isMax = isMaxPooling();
  const positions: usize = isMax ? 1 : 4;
  const patch = i32x4.splat(<i32>window);
  for (let channel = 0; channel < 16; channel += 4) {
    const kernels = placedKernels(channel);
    const values = v128.load(gradient);
    let sum = v128.load(bias);
    for (let position: usize = 0; position < positions; position++) {
      let offset = i32x4.splat(<i32>((position & 1) * S2_PIXEL + (position >> 1) * S2_ROW));
      let part = values;
      if (isMax) offset = v128.load(route);
      else part = f32x4.mul(values, v128.load(route + position * C3_POSITION));
      sum = f32x4.add(sum, part);
      appendEach(ends, i32x4.add(patch, offset), part);
      list = appendFour(list, i32x4.sub(kernels, offset), part, isNonZero(part));
    }
    v128.store(bias, sum);
    gradient += 16;
    route += 16;
    bias += 16;
    ends += 16;
  }
  return list;
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
