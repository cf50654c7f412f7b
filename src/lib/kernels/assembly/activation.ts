import { isRelu, tanhAmplitude, tanhSlope } from './job';

/** Beyond this, tanh is 1 to within the last two bits of a float32. */
const SATURATED: f32 = 8;

/**
 * tanh of four lanes: x · P(x²) / Q(x²), both of degree 4, fitted for the least relative error up to
 * |x| = 8. The fit is good to 6e-9; with the rounding of float32 the result is good to 3.1e-7.
 */
export function tanh(lanes: v128): v128 {
  const x = f32x4.max(f32x4.min(lanes, f32x4.splat(SATURATED)), f32x4.splat(-SATURATED));
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(1.5230793e-8);
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.1894947e-5));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(3.571616e-3));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(0.13444513));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.0));
  let q = f32x4.splat(8.5226046e-7);
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(3.4113204e-4));
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(0.026164512));
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(0.4677784));
  q = f32x4.add(f32x4.mul(q, z), f32x4.splat(1.0));
  return f32x4.div(f32x4.mul(x, p), q);
}

/** The network's nonlinearity of four sums. Not-a-number stays what it is. */
export function activate(sums: v128): v128 {
  if (isRelu()) return f32x4.max(sums, f32x4.splat(0));
  const inner = f32x4.mul(sums, f32x4.splat(tanhSlope()));
  return f32x4.mul(tanh(inner), f32x4.splat(tanhAmplitude()));
}

/**
 * `gradients` times the slope of the nonlinearity, from what it gave: with y = A tanh(S x) the slope
 * is S (A − y² / A); that of ReLU is 1 where y > 0.
 */
export function timesSlope(gradients: v128, activations: v128): v128 {
  if (isRelu()) return v128.and(gradients, f32x4.gt(activations, f32x4.splat(0)));
  const amplitude = tanhAmplitude();
  const square = f32x4.mul(activations, activations);
  const rest = f32x4.sub(
    f32x4.splat(amplitude),
    f32x4.mul(square, f32x4.splat(<f32>1 / amplitude)),
  );
  return f32x4.mul(gradients, f32x4.mul(rest, f32x4.splat(tanhSlope())));
}

/** Puts `count` sums, a multiple of four, through the nonlinearity, in place. */
export function activateRow(row: usize, count: i32): void {
  for (const end = row + ((<usize>count) << 2); row < end; row += 16) {
    v128.store(row, activate(v128.load(row)));
  }
}

/** Multiplies a row of `count` gradients, a multiple of four, by the slopes at `activations`. */
export function timesSlopeRow(gradients: usize, activations: usize, count: i32): void {
  for (const end = gradients + ((<usize>count) << 2); gradients < end; gradients += 16) {
    v128.store(gradients, timesSlope(v128.load(gradients), v128.load(activations)));
    activations += 16;
  }
}
