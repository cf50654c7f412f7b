import { activate, timesSlope } from './activation';
import { isMaxPooling } from './job';

/*
 * Pooling of 2 × 2 sums, with the nonlinearity. What the way back needs is the pooled value's route:
 * for the maximum, i32 [channels], the position of the winner (0 to 3, row by row); for the average,
 * f32 [4, channels], a quarter of the nonlinearity's slope at each position.
 *
 * The maximum is taken before the nonlinearity: all of them rise, so the winner is the same and only
 * a quarter of the values need one. Of equal sums the first wins, as in PyTorch.
 */

/**
 * Pools four channels: `a` to `d` are the sums at the window's positions. Writes four pooled values
 * and their routes; `position` is the number of bytes from one position's slopes to the next.
 */
export function poolLanes(
  a: v128,
  b: v128,
  c: v128,
  d: v128,
  pooled: usize,
  route: usize,
  position: usize,
): void {
  if (isMaxPooling()) {
    const top = f32x4.max(a, b);
    const bottom = f32x4.max(c, d);
    const inTop = v128.and(f32x4.gt(b, a), i32x4.splat(1));
    const inBottom = i32x4.sub(i32x4.splat(2), f32x4.gt(d, c));
    v128.store(pooled, activate(f32x4.max(top, bottom)));
    v128.store(route, v128.bitselect(inBottom, inTop, f32x4.gt(bottom, top)));
    return;
  }
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
