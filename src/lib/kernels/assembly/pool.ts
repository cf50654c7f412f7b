import { activate, timesSlope } from './activation';

/*
 * Pooling of 2 × 2 sums. What the way back needs is the pooled value's route: for the maximum, i32
 * [channels], how many bytes the patch that the winner saw lies after the window's first; for the
 * average, f32 [4, channels], a quarter of the nonlinearity's slope at each position. `a` to `d` are
 * four channels' sums at the window's positions, row by row.
 */

/**
 * The largest of each channel's sums, and its route; `pixel` and `row` are the bytes from a pixel of
 * the input to the next and to the one below. The nonlinearity is left to the caller: all of
 * them rise, so the winner is the same before and after, and only a quarter of the values need one.
 * Of equal sums the first wins, as in PyTorch.
 */
export function poolMax(
  a: v128,
  b: v128,
  c: v128,
  d: v128,
  pooled: usize,
  route: usize,
  pixel: i32,
  row: i32,
): void {
  const top = f32x4.max(a, b);
  const bottom = f32x4.max(c, d);
  const inTop = v128.and(f32x4.gt(b, a), i32x4.splat(pixel));
  const inBottom = i32x4.add(v128.and(f32x4.gt(d, c), i32x4.splat(pixel)), i32x4.splat(row));
  v128.store(pooled, f32x4.max(top, bottom));
  v128.store(route, v128.bitselect(inBottom, inTop, f32x4.gt(bottom, top)));
}

/**
 * The mean of each channel's four activations, and its route; `position` is the number of bytes from
 * one position's slopes to the next.
 */
export function poolAverage(
  a: v128,
  b: v128,
  c: v128,
  d: v128,
  pooled: usize,
  route: usize,
  position: usize,
): void {
  const quarter = f32x4.splat(0.25);
  a = activate(a);
  b = activate(b);
  c = activate(c);
  d = activate(d);
  const sum = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  v128.store(pooled, f32x4.mul(sum, quarter));
  v128.store(route, timesSlope(quarter, a));
  v128.store(route + position, timesSlope(quarter, b));
  v128.store(route + 2 * position, timesSlope(quarter, c));
  v128.store(route + 3 * position, timesSlope(quarter, d));
}
