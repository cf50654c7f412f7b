import {
  AMPLITUDE,
  CODES,
  IN_CHANNELS,
  INPUT,
  INPUT_GRAD,
  IS_MAP,
  OUT_CHANNELS,
  OUT_COUNT,
  OUTPUT,
  OUTPUT_GRAD,
  RUBBISH,
  SLOPE,
} from '../../general/fields';
import { batchSize } from '../job';
import { placeAt, samples, strideAt, word } from './shard';
import { storeLanes } from './vectors';

/*
 * Curvature, the mean of second derivatives without those of the squashing function (equations 22 to 25 of
 * the paper). Below the loss it goes back as gradients do, with squares in place of weights, inputs and slopes.
 */

/** Curvature below this is taken for zero: of smaller numbers the products are not normal, and slow. */
const LEAST: f32 = 1e-30;

/** Squares the shard's numbers in place. */
export function square(at: usize): void {
  const bytes = (word(at, OUT_COUNT) * word(at, OUT_CHANNELS)) << 2;
  let output = placeAt(at, OUTPUT);
  for (let sample: usize = 0; sample < samples; sample++) {
    squareTo(output, output, bytes);
    output += strideAt(at, OUTPUT);
  }
}

/** Writes the squares of so many bytes of floats, taken to whole vectors. */
export function squareTo(from: usize, to: usize, bytes: usize): void {
  for (const end = to + bytes; to < end; to += 16, from += 16) {
    const lanes = v128.load(from);
    v128.store(to, f32x4.mul(lanes, lanes));
  }
}

/**
 * The loss's second derivative with respect to each input of the distances, over the batch's size: 2 by
 * equation 8; by equation 9, with t = 2 (x − code) and p each class's share,
 * 2 p(rubbish) + Σ p t² − (Σ p t)².
 */
export function distanceCurvature(at: usize): void {
  const floats = word(at, IN_CHANNELS);
  const size = <f32>batchSize();
  let input = placeAt(at, INPUT);
  let distances = placeAt(at, OUTPUT);
  let to = placeAt(at, INPUT_GRAD);
  for (let sample: usize = 0; sample < samples; sample++) {
    if (word(at, IS_MAP)) curvatureOfShares(at, input, distances, to);
    else for (let i: usize = 0; i < floats; i += 4) v128.store(to + (i << 2), f32x4.splat(2));
    for (let i: usize = 0; i < floats; i += 4) {
      const x = to + (i << 2);
      const mean = f32x4.div(v128.load(x), f32x4.splat(size));
      storeLanes(x, mean, <i32>(floats - i));
    }
    input += strideAt(at, INPUT);
    distances += strideAt(at, OUTPUT);
    to += strideAt(at, INPUT_GRAD);
  }
}

function curvatureOfShares(at: usize, input: usize, distances: usize, to: usize): void {
  const classes = word(at, OUT_CHANNELS);
  const floats = word(at, IN_CHANNELS);
  const row = ((floats + 3) & ~3) << 2;
  const rubbish = load<f32>(at + RUBBISH);
  let least = rubbish;
  for (let c: usize = 0; c < classes; c++) least = min(least, load<f32>(distances + (c << 2)));
  let sum = Mathf.exp(least - rubbish);
  const rubbishPower = sum;
  for (let c: usize = 0; c < classes; c++)
    sum += Mathf.exp(least - load<f32>(distances + (c << 2)));
  for (let i: usize = 0; i < floats; i += 4) {
    const x = v128.load(input + (i << 2));
    let code = word(at, CODES) + (i << 2);
    let squares = f32x4.splat(0);
    let mean = f32x4.splat(0);
    for (let c: usize = 0; c < classes; c++, code += row) {
      const share = f32x4.splat(Mathf.exp(least - load<f32>(distances + (c << 2))) / sum);
      const rest = f32x4.sub(x, v128.load(code));
      const t = f32x4.add(rest, rest);
      const part = f32x4.mul(share, t);
      mean = f32x4.add(mean, part);
      squares = f32x4.add(squares, f32x4.mul(part, t));
    }
    const spread = f32x4.sub(squares, f32x4.mul(mean, mean));
    const curvature = f32x4.add(f32x4.splat((rubbishPower / sum) * 2), spread);
    v128.store(to + (i << 2), f32x4.max(curvature, f32x4.splat(0)));
  }
}

/** Curvature times the square of the slope, S (A − Y / A), which the squared output Y tells. */
export function activateCurvature(at: usize): void {
  const bytes = (word(at, OUT_COUNT) * word(at, OUT_CHANNELS)) << 2;
  const amplitude = v128.load32_splat(at + AMPLITUDE);
  const slope = v128.load32_splat(at + SLOPE);
  const inverse = f32x4.div(f32x4.splat(1), amplitude);
  const least = f32x4.splat(LEAST);
  let output = placeAt(at, OUTPUT);
  let curvatures = placeAt(at, OUTPUT_GRAD);
  let to = placeAt(at, INPUT_GRAD);
  for (let sample: usize = 0; sample < samples; sample++) {
    for (let x: usize = 0; x < bytes; x += 16) {
      const rest = f32x4.sub(amplitude, f32x4.mul(v128.load(output + x), inverse));
      // Rounding may leave less than nothing of a saturated unit.
      const steepness = f32x4.max(f32x4.mul(rest, slope), f32x4.splat(0));
      const q = f32x4.mul(v128.load(curvatures + x), f32x4.mul(steepness, steepness));
      v128.store(to + x, v128.and(q, f32x4.ge(q, least)));
    }
    output += strideAt(at, OUTPUT);
    curvatures += strideAt(at, OUTPUT_GRAD);
    to += strideAt(at, INPUT_GRAD);
  }
}
