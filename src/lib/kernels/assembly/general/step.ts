import {
  BIAS,
  GROUP_OUTPUTS,
  INPUT,
  INPUT_GRAD,
  OUTPUT_GRAD,
  PARAMETER_BYTES,
  PARTIALS,
  TAP_COUNT,
  WEIGHT,
} from '../../general/fields';
import { sumOfLanes } from './distances';
import { blockWidth } from './products';
import { head, placeAt, scratch, strideAt, word } from './shard';
import { clear, maskLanes } from './vectors';

/*
 * A fully connected layer in a step of one digit: each weight is read once, for the gradient of the input
 * and for its own update, which takes its own step size (see `../update.ts`). Its gradient is kept nowhere:
 * a pass over the weights costs more than the sums.
 */

/** Writes the gradient of the input by the old weights, and updates weights and biases. */
export function connectStep(at: usize): void {
  const outputs = word(at, GROUP_OUTPUTS);
  const taps = word(at, TAP_COUNT);
  const apart = head(PARAMETER_BYTES) << 1;
  const input = placeAt(at, INPUT);
  const partials = scratch + head(PARTIALS);
  let grads = placeAt(at, OUTPUT_GRAD);
  let weights = word(at, WEIGHT);
  let bias = word(at, BIAS);
  clear(partials, taps << 4);
  for (let o: usize = 0; o < outputs; o += 8, grads += 32) {
    const left = <i32>(outputs - o);
    const low = v128.and(v128.load(grads), maskLanes(left));
    if (blockWidth(outputs - o) == 8) {
      const high = v128.and(v128.load(grads, 16), maskLanes(left - 4));
      step8(input, weights, apart, taps, low, high, partials);
      if (bias) {
        stepBias(bias, apart, low);
        stepBias(bias + 16, apart, high);
        bias += 32;
      }
      weights += taps << 5;
    } else {
      step4(input, weights, apart, taps, low, partials);
      if (bias) stepBias(bias, apart, low);
    }
  }
  if (strideAt(at, INPUT_GRAD)) sumPartials(partials, placeAt(at, INPUT_GRAD), taps);
}

/** Eight outputs: weights [taps, 8], their step sizes `apart` bytes further on. */
function step8(
  input: usize,
  weights: usize,
  apart: usize,
  taps: usize,
  low: v128,
  high: v128,
  partials: usize,
): void {
  for (const end = input + (taps << 2); input < end; input += 4, weights += 32, partials += 16) {
    const w0 = v128.load(weights);
    const w1 = v128.load(weights, 16);
    const down = f32x4.add(f32x4.mul(w0, low), f32x4.mul(w1, high));
    v128.store(partials, f32x4.add(v128.load(partials), down));
    const x = v128.load32_splat(input);
    const sizes = weights + apart;
    v128.store(weights, f32x4.sub(w0, f32x4.mul(v128.load(sizes), f32x4.mul(x, low))));
    v128.store(weights, f32x4.sub(w1, f32x4.mul(v128.load(sizes, 16), f32x4.mul(x, high))), 16);
  }
}

/** The same for a last block of at most four outputs. */
function step4(
  input: usize,
  weights: usize,
  apart: usize,
  taps: usize,
  low: v128,
  partials: usize,
): void {
  for (const end = input + (taps << 2); input < end; input += 4, weights += 16, partials += 16) {
    const w = v128.load(weights);
    v128.store(partials, f32x4.add(v128.load(partials), f32x4.mul(w, low)));
    const x = v128.load32_splat(input);
    v128.store(weights, f32x4.sub(w, f32x4.mul(v128.load(weights + apart), f32x4.mul(x, low))));
  }
}

function stepBias(bias: usize, apart: usize, grads: v128): void {
  v128.store(bias, f32x4.sub(v128.load(bias), f32x4.mul(v128.load(bias + apart), grads)));
}

/** The gradient of each input: the sum of its four partial sums. */
function sumPartials(partials: usize, to: usize, taps: usize): void {
  for (const end = to + (taps << 2); to < end; to += 4, partials += 16) {
    store<f32>(to, sumOfLanes(v128.load(partials)));
  }
}
