import { C1_TAPS, C1_TAPS_BIAS } from './memory';
import { isMaxPooling } from './job';
import { poolAverage, poolMax } from './pool';
import { appendEach, ENTRY } from './lists';

/** Bytes of a row of the image. */
const IMAGE_ROW: usize = 128;
/** Bytes from one position of a pool window to the next in a route of C1. */
export const C1_POSITION: usize = 32;

/**
 * C1, nonlinearity and S2 for one pool window: `patch` is the first of its 6 × 6 pixels. The lanes of
 * two vectors are the six channels and two that stay zero; the eight accumulators are the four
 * positions. Writes 8 pooled values and their route.
 */
export function c1Window(patch: usize, pooled: usize, route: usize): void {
  let a0 = v128.load(C1_TAPS_BIAS);
  let a1 = v128.load(C1_TAPS_BIAS, 16);
  let b0 = a0;
  let b1 = a1;
  let c0 = a0;
  let c1 = a1;
  let d0 = a0;
  let d1 = a1;
  let tap = C1_TAPS;
  for (const bottom = patch + 5 * IMAGE_ROW; patch < bottom; patch += IMAGE_ROW - 20) {
    for (const right = patch + 20; patch < right; patch += 4, tap += 32) {
      const w0 = v128.load(tap);
      const w1 = v128.load(tap, 16);
      // Each input just before its products: V8 has 15 vector registers, and this needs twelve.
      let x = v128.load32_splat(patch);
      a0 = f32x4.add(a0, f32x4.mul(x, w0));
      a1 = f32x4.add(a1, f32x4.mul(x, w1));
      x = v128.load32_splat(patch, 4);
      b0 = f32x4.add(b0, f32x4.mul(x, w0));
      b1 = f32x4.add(b1, f32x4.mul(x, w1));
      x = v128.load32_splat(patch, 128);
      c0 = f32x4.add(c0, f32x4.mul(x, w0));
      c1 = f32x4.add(c1, f32x4.mul(x, w1));
      x = v128.load32_splat(patch, 132);
      d0 = f32x4.add(d0, f32x4.mul(x, w0));
      d1 = f32x4.add(d1, f32x4.mul(x, w1));
    }
  }
  if (isMaxPooling()) {
    poolMax(a0, b0, c0, d0, pooled, route, 4, 128);
    poolMax(a1, b1, c1, d1, pooled + 16, route + 16, 4, 128);
  } else {
    poolAverage(a0, b0, c0, d0, pooled, route, C1_POSITION);
    poolAverage(a1, b1, c1, d1, pooled + 16, route + 16, C1_POSITION);
  }
}

/** Bytes of an entry of `C1_WINDOWS`: the addresses of a window's gradient, route and patch. */
export const C1_WINDOW: usize = 12;

/**
 * Lists the gradients of pool windows with the patches of the sums they belong to, a list for each
 * channel, whose ends are at `ends`.
 */
export function listC1(windows: usize, windowsEnd: usize, ends: usize): void {
  const isMax = isMaxPooling();
  const lastTwo = i32x4(-1, -1, 0, 0);
  for (; windows < windowsEnd; windows += C1_WINDOW) {
    const gradient = load<usize>(windows);
    let route = load<usize>(windows, 4);
    const patch = v128.load32_splat(windows, 8);
    const low = v128.load(gradient);
    const high = v128.and(v128.load(gradient, 16), lastTwo);
    if (isMax) {
      appendEach(ends, i32x4.add(patch, v128.load(route)), low);
      appendEach(ends + 16, i32x4.add(patch, v128.load(route, 16)), high);
      continue;
    }
    for (let position = 0; position < 4; position++, route += C1_POSITION) {
      const seen = i32x4.add(patch, i32x4.splat((position & 1) * 4 + (position >> 1) * 128));
      appendEach(ends, seen, f32x4.mul(low, v128.load(route)));
      appendEach(ends + 16, seen, f32x4.mul(high, v128.load(route, 16)));
    }
  }
}

/**
 * Adds to the gradient of one kernel, f32 [5, 8] of which three columns mean nothing, and to that of
 * its bias: value · patch over a list of 5 × 5 patches of the image.
 */
export function addC1Patches(list: usize, end: usize, gradient: usize, bias: usize): void {
  let a0 = v128.load(gradient);
  let a1 = v128.load(gradient, 16);
  let b0 = v128.load(gradient, 32);
  let b1 = v128.load(gradient, 48);
  let c0 = v128.load(gradient, 64);
  let c1 = v128.load(gradient, 80);
  let d0 = v128.load(gradient, 96);
  let d1 = v128.load(gradient, 112);
  let e0 = v128.load(gradient, 128);
  let e1 = v128.load(gradient, 144);
  let sum = load<f32>(bias);
  for (; list < end; list += ENTRY) {
    const patch = load<usize>(list);
    const value = v128.load32_splat(list, 4);
    sum += load<f32>(list, 4);
    a0 = f32x4.add(a0, f32x4.mul(value, v128.load(patch)));
    a1 = f32x4.add(a1, f32x4.mul(value, v128.load(patch, 16)));
    b0 = f32x4.add(b0, f32x4.mul(value, v128.load(patch, 128)));
    b1 = f32x4.add(b1, f32x4.mul(value, v128.load(patch, 144)));
    c0 = f32x4.add(c0, f32x4.mul(value, v128.load(patch, 256)));
    c1 = f32x4.add(c1, f32x4.mul(value, v128.load(patch, 272)));
    d0 = f32x4.add(d0, f32x4.mul(value, v128.load(patch, 384)));
    d1 = f32x4.add(d1, f32x4.mul(value, v128.load(patch, 400)));
    e0 = f32x4.add(e0, f32x4.mul(value, v128.load(patch, 512)));
    e1 = f32x4.add(e1, f32x4.mul(value, v128.load(patch, 528)));
  }
  v128.store(gradient, a0);
  v128.store(gradient, a1, 16);
  v128.store(gradient, b0, 32);
  v128.store(gradient, b1, 48);
  v128.store(gradient, c0, 64);
  v128.store(gradient, c1, 80);
  v128.store(gradient, d0, 96);
  v128.store(gradient, d1, 112);
  v128.store(gradient, e0, 128);
  v128.store(gradient, e1, 144);
  store<f32>(bias, sum);
}
