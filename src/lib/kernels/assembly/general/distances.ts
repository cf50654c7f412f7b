import {
  CODES,
  INPUT,
  INPUT_GRAD,
  IN_CHANNELS,
  OUT_CHANNELS,
  OUTPUT,
  OUTPUT_GRAD,
} from '../../general/fields';
import { placeAt, samples, strideAt, word } from './shard';
import { maskLanes, storeLanes } from './vectors';

/* Squared distances to fixed codes, one for each class. A code's floats fill up whole vectors. */

/** Writes the distance to each code. */
export function measureDistances(at: usize): void {
  const classes = word(at, OUT_CHANNELS);
  const floats = word(at, IN_CHANNELS);
  let input = placeAt(at, INPUT);
  let output = placeAt(at, OUTPUT);
  for (let sample: usize = 0; sample < samples; sample++) {
    let code = word(at, CODES);
    for (let c: usize = 0; c < classes; c++) {
      let sums = f32x4.splat(0);
      for (let i: usize = 0; i < floats; i += 4, code += 16) {
        const rest = f32x4.sub(v128.load(input + (i << 2)), v128.load(code));
        const square = v128.and(f32x4.mul(rest, rest), maskLanes(<i32>(floats - i)));
        sums = f32x4.add(sums, square);
      }
      store<f32>(output + (c << 2), sumOfLanes(sums));
    }
    input += strideAt(at, INPUT);
    output += strideAt(at, OUTPUT);
  }
}

/** The sum of four lanes, in pairs. */
export function sumOfLanes(lanes: v128): f32 {
  const low = f32x4.extract_lane(lanes, 0) + f32x4.extract_lane(lanes, 1);
  return low + (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3));
}

/** Writes the gradient of the input: Σᵢ gᵢ · 2 (x − codeᵢ). */
export function distanceGrad(at: usize): void {
  const classes = word(at, OUT_CHANNELS);
  const floats = word(at, IN_CHANNELS);
  const row = ((floats + 3) & ~3) << 2;
  let input = placeAt(at, INPUT);
  let grads = placeAt(at, OUTPUT_GRAD);
  let inputGrad = placeAt(at, INPUT_GRAD);
  for (let sample: usize = 0; sample < samples; sample++) {
    for (let i: usize = 0; i < floats; i += 4) {
      const x = v128.load(input + (i << 2));
      let code = word(at, CODES) + (i << 2);
      let sum = f32x4.splat(0);
      for (let c: usize = 0; c < classes; c++, code += row) {
        const grad = v128.load32_splat(grads + (c << 2));
        sum = f32x4.add(sum, f32x4.mul(grad, f32x4.sub(x, v128.load(code))));
      }
      storeLanes(inputGrad + (i << 2), f32x4.add(sum, sum), <i32>(floats - i));
    }
    input += strideAt(at, INPUT);
    grads += strideAt(at, OUTPUT_GRAD);
    inputGrad += strideAt(at, INPUT_GRAD);
  }
}
