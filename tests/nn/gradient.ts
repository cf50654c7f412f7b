import { zeros, type Generator, type Tensor } from '$lib/nn';

/** A tensor of this shape, uniform between −1 and 1. */
export function randomTensor(generator: Generator, shape: readonly number[]): Tensor {
  const result = zeros(shape);
  for (let i = 0; i < result.data.length; i++) result.data[i] = generator.uniform(-1, 1);
  return result;
}

/** A whole number from `low` to `high`, both included. */
export function randomWhole(generator: Generator, low: number, high: number): number {
  return low + (generator.nextUint32() % (high - low + 1));
}

/**
 * How far `gradient` is from central differences: of Σ weights · f(x), for each element of x, moved
 * by ±1e-6 in place and put back. Returns the largest difference over max(1, its own magnitude).
 */
export function worstDifference(
  f: () => Tensor,
  x: Tensor,
  weights: Tensor,
  gradient: Tensor,
): number {
  const step = 1e-6;
  const weighted = () => f().data.reduce((sum, y, i) => sum + weights.data[i] * y, 0);
  let worst = x.shape.join() === gradient.shape.join() ? 0 : Infinity;
  for (let i = 0; i < x.data.length; i++) {
    const kept = x.data[i];
    x.data[i] = kept + step;
    const above = weighted();
    x.data[i] = kept - step;
    const below = weighted();
    x.data[i] = kept;
    const slope = (above - below) / (2 * step);
    worst = Math.max(worst, Math.abs(slope - gradient.data[i]) / Math.max(1, Math.abs(slope)));
  }
  return worst;
}
