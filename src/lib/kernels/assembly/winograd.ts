/*
 * Minimal filtering (Winograd 1980; Lavin and Gray 2016), one axis at a time: two outputs of a
 * convolution with five taps, from six inputs, cost 6 multiplications where the sums as they stand
 * cost 10; along both axes 36 instead of 100. Inputs d and taps w are read as polynomials, taken at
 * the points 0, 1, −1, 2, −2 and ∞, multiplied there, and brought back:
 *
 *   y = Aᵀ [(G w) ⊙ (Bᵀ d)]
 *
 * Each function applies one of the three matrices to vectors of four channels that stand `step` bytes
 * apart, and writes what comes out `toStep` bytes apart. In exact arithmetic the result is the
 * convolution's; in float32 its error is about five times as large (3e-7 where sums are near 1).
 */

/** Bᵀ: six inputs to their values at the six points. */
export function transformInput(from: usize, step: usize, to: usize, toStep: usize): void {
  const d0 = v128.load(from);
  const d1 = v128.load(from + step);
  const d2 = v128.load(from + 2 * step);
  const d3 = v128.load(from + 3 * step);
  const d4 = v128.load(from + 4 * step);
  const d5 = v128.load(from + 5 * step);
  const two = f32x4.splat(2);
  const four = f32x4.splat(4);
  const five = f32x4.splat(5);
  // At ±p the even powers agree and the odd ones change sign.
  const even1 = f32x4.sub(d4, f32x4.mul(four, d2));
  const odd1 = f32x4.sub(d3, f32x4.mul(four, d1));
  const even2 = f32x4.sub(d4, d2);
  const odd2 = f32x4.mul(two, f32x4.sub(d3, d1));
  const low = f32x4.sub(f32x4.mul(four, d0), f32x4.mul(five, d2));
  const high = f32x4.sub(f32x4.mul(four, d1), f32x4.mul(five, d3));
  v128.store(to, f32x4.add(low, d4));
  v128.store(to + toStep, f32x4.add(even1, odd1));
  v128.store(to + 2 * toStep, f32x4.sub(even1, odd1));
  v128.store(to + 3 * toStep, f32x4.add(even2, odd2));
  v128.store(to + 4 * toStep, f32x4.sub(even2, odd2));
  v128.store(to + 5 * toStep, f32x4.add(high, d5));
}

/** G: five taps to their values at the six points, over the points' weights. */
export function transformTaps(from: usize, step: usize, to: usize, toStep: usize): void {
  const w0 = v128.load(from);
  const w1 = v128.load(from + step);
  const w2 = v128.load(from + 2 * step);
  const w3 = v128.load(from + 3 * step);
  const w4 = v128.load(from + 4 * step);
  const two = f32x4.splat(2);
  const four = f32x4.splat(4);
  const even1 = f32x4.add(f32x4.add(w0, w2), w4);
  const odd1 = f32x4.add(w1, w3);
  const even2 = f32x4.add(f32x4.add(w0, f32x4.mul(four, w2)), f32x4.mul(f32x4.splat(16), w4));
  const odd2 = f32x4.mul(two, f32x4.add(w1, f32x4.mul(four, w3)));
  const sixth = f32x4.splat(<f32>(-1.0 / 6.0));
  const twentyFourth = f32x4.splat(<f32>(1.0 / 24.0));
  v128.store(to, f32x4.mul(f32x4.splat(0.25), w0));
  v128.store(to + toStep, f32x4.mul(sixth, f32x4.add(even1, odd1)));
  v128.store(to + 2 * toStep, f32x4.mul(sixth, f32x4.sub(even1, odd1)));
  v128.store(to + 3 * toStep, f32x4.mul(twentyFourth, f32x4.add(even2, odd2)));
  v128.store(to + 4 * toStep, f32x4.mul(twentyFourth, f32x4.sub(even2, odd2)));
  v128.store(to + 5 * toStep, w4);
}

/** Aᵀ: six products to two outputs. */
export function transformOutput(from: usize, step: usize, to: usize, toStep: usize): void {
  const m1 = v128.load(from + step);
  const m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step);
  const m4 = v128.load(from + 4 * step);
  const near = f32x4.add(f32x4.add(m1, m2), v128.load(from));
  const far = f32x4.mul(f32x4.splat(2), f32x4.sub(m3, m4));
  v128.store(to, f32x4.add(near, f32x4.add(m3, m4)));
  v128.store(to + toStep, f32x4.add(f32x4.add(f32x4.sub(m1, m2), v128.load(from + 5 * step)), far));
}
