import {
  AMPLITUDE,
  BIAS,
  DROP_BELOW,
  DROP_LAYER,
  FUNCTION,
  INPUT,
  INPUT_GRAD,
  IS_SQUARED,
  KEPT_FACTOR,
  LEAKY_RELU,
  OTHER,
  OUT_CHANNELS,
  OUT_COUNT,
  OUTPUT,
  OUTPUT_GRAD,
  RELU,
  SAMPLES,
  SEED,
  SIGMOID,
  SLOPE,
  STEP,
  WEIGHT,
} from '../../general/fields';
import { tanh } from '../activation';
import { addColumns } from './convolve';
import { firstSample, head, placeAt, samples, shardGradient, strideAt, word } from './shard';
import { maskLanes, storeLanes } from './vectors';

/* What is done to each number by itself. Rows may be taken to whole vectors: a place has room for them. */

/** Bytes of a sample's output. */
function outputBytes(at: usize): usize {
  return (word(at, OUT_COUNT) * word(at, OUT_CHANNELS)) << 2;
}

/** The nonlinearity. Its output may stand where its input does. */
export function activate(at: usize): void {
  let from = placeAt(at, INPUT);
  let to = placeAt(at, OUTPUT);
  const bytes = outputBytes(at);
  for (let sample: usize = 0; sample < samples; sample++) {
    activateRow(at, from, to, bytes);
    from += strideAt(at, INPUT);
    to += strideAt(at, OUTPUT);
  }
}

function activateRow(at: usize, from: usize, to: usize, bytes: usize): void {
  const kind = <i32>word(at, FUNCTION);
  const zero = f32x4.splat(0);
  const amplitude = v128.load32_splat(at + AMPLITUDE);
  const slope = v128.load32_splat(at + SLOPE);
  const end = to + bytes;
  if (kind == RELU) {
    for (; to < end; to += 16, from += 16) v128.store(to, f32x4.max(v128.load(from), zero));
  } else if (kind == LEAKY_RELU) {
    for (; to < end; to += 16, from += 16) {
      const x = v128.load(from);
      v128.store(to, v128.bitselect(x, f32x4.mul(x, slope), f32x4.gt(x, zero)));
    }
  } else if (kind == SIGMOID) {
    const half = f32x4.splat(0.5);
    for (; to < end; to += 16, from += 16) {
      const squashed = tanh(f32x4.mul(v128.load(from), half));
      v128.store(to, f32x4.add(f32x4.mul(squashed, half), half));
    }
  } else {
    for (; to < end; to += 16, from += 16) {
      v128.store(to, f32x4.mul(tanh(f32x4.mul(v128.load(from), slope)), amplitude));
    }
  }
}

/** The gradient times the slope, which the output tells. */
export function activateGrad(at: usize): void {
  let output = placeAt(at, OUTPUT);
  let grads = placeAt(at, OUTPUT_GRAD);
  let to = placeAt(at, INPUT_GRAD);
  const bytes = outputBytes(at);
  for (let sample: usize = 0; sample < samples; sample++) {
    slopeRow(at, output, grads, to, bytes);
    output += strideAt(at, OUTPUT);
    grads += strideAt(at, OUTPUT_GRAD);
    to += strideAt(at, INPUT_GRAD);
  }
}

function slopeRow(at: usize, output: usize, grads: usize, to: usize, bytes: usize): void {
  const kind = <i32>word(at, FUNCTION);
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const slope = v128.load32_splat(at + SLOPE);
  const amplitude = v128.load32_splat(at + AMPLITUDE);
  const inverse = f32x4.div(one, amplitude);
  const end = to + bytes;
  if (kind == RELU) {
    for (; to < end; to += 16, output += 16, grads += 16) {
      v128.store(to, v128.and(v128.load(grads), f32x4.gt(v128.load(output), zero)));
    }
  } else if (kind == LEAKY_RELU) {
    for (; to < end; to += 16, output += 16, grads += 16) {
      const grad = v128.load(grads);
      const isAbove = f32x4.gt(v128.load(output), zero);
      v128.store(to, v128.bitselect(grad, f32x4.mul(grad, slope), isAbove));
    }
  } else if (kind == SIGMOID) {
    for (; to < end; to += 16, output += 16, grads += 16) {
      const y = v128.load(output);
      v128.store(to, f32x4.mul(v128.load(grads), f32x4.mul(y, f32x4.sub(one, y))));
    }
  } else {
    // y = A tanh(S x): the slope is S (A − y² / A).
    for (; to < end; to += 16, output += 16, grads += 16) {
      const y = v128.load(output);
      const rest = f32x4.sub(amplitude, f32x4.mul(f32x4.mul(y, y), inverse));
      v128.store(to, f32x4.mul(v128.load(grads), f32x4.mul(rest, slope)));
    }
  }
}

/** Every number times the weight of its map, plus the bias of its map. */
export function scale(at: usize): void {
  const channels = <i32>word(at, OUT_CHANNELS);
  const bytes = outputBytes(at);
  let input = placeAt(at, INPUT);
  let output = placeAt(at, OUTPUT);
  for (let sample: usize = 0; sample < samples; sample++) {
    let from = input;
    let to = output;
    for (const end = output + bytes; to < end;) {
      let weight = word(at, WEIGHT);
      let bias = word(at, BIAS);
      for (let left = channels; left > 0; left -= 4, weight += 16, bias += 16) {
        const product = f32x4.mul(v128.load(from), v128.load(weight));
        storeLanes(to, f32x4.add(product, v128.load(bias)), left);
        const step = (<usize>min(left, 4)) << 2;
        from += step;
        to += step;
      }
    }
    input += strideAt(at, INPUT);
    output += strideAt(at, OUTPUT);
  }
}

/** Writes the gradient of the input, and adds to the shard's of the weights and biases. */
export function scaleGrad(at: usize): void {
  const channels = word(at, OUT_CHANNELS);
  const row = channels << 2;
  const count = word(at, OUT_COUNT);
  let input = placeAt(at, INPUT);
  let grads = placeAt(at, OUTPUT_GRAD);
  let inputGrad = placeAt(at, INPUT_GRAD);
  for (let sample: usize = 0; sample < samples; sample++) {
    addColumns(grads, count, row, channels, shardGradient(word(at, BIAS)));
    addProducts(input, grads, count, channels, shardGradient(word(at, WEIGHT)));
    for (let c: usize = 0; c < row; c += 16) {
      let weight = v128.load(word(at, WEIGHT) + c);
      if (word(at, IS_SQUARED)) weight = f32x4.mul(weight, weight);
      const left = <i32>((row - c) >> 2);
      for (let at = c; at < count * row; at += row) {
        storeLanes(inputGrad + at, f32x4.mul(v128.load(grads + at), weight), left);
      }
    }
    input += strideAt(at, INPUT);
    grads += strideAt(at, OUTPUT_GRAD);
    inputGrad += strideAt(at, INPUT_GRAD);
  }
}

/** Adds to each of `columns` floats the sum over `count` rows of the products of two. */
export function addProducts(
  one: usize,
  other: usize,
  count: usize,
  columns: usize,
  to: usize,
): void {
  const row = columns << 2;
  for (let c: usize = 0; c < row; c += 16, one += 16, other += 16, to += 16) {
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < count * row; at += row) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(one + at), v128.load(other + at)));
    }
    const mask = maskLanes(<i32>((row - c) >> 2));
    v128.store(to, f32x4.add(v128.load(to), v128.and(sum, mask)));
  }
}

/** The sum of two. */
export function add(at: usize): void {
  let one = placeAt(at, INPUT);
  let other = placeAt(at, OTHER);
  let out = placeAt(at, OUTPUT);
  const bytes = outputBytes(at);
  for (let sample: usize = 0; sample < samples; sample++) {
    for (let x: usize = 0; x < bytes; x += 16) {
      v128.store(out + x, f32x4.add(v128.load(one + x), v128.load(other + x)));
    }
    one += strideAt(at, INPUT);
    other += strideAt(at, OTHER);
    out += strideAt(at, OUTPUT);
  }
}

/** The input as it is. */
export function duplicate(at: usize): void {
  let from = placeAt(at, INPUT);
  let to = placeAt(at, OUTPUT);
  const bytes = outputBytes(at);
  for (let sample: usize = 0; sample < samples; sample++) {
    for (let x: usize = 0; x < bytes; x += 16) v128.store(to + x, v128.load(from + x));
    from += strideAt(at, INPUT);
    to += strideAt(at, OUTPUT);
  }
}

/** A number that looks random, from one that need not: lowbias32 of C. Wellons' hash prospector. */
function mix(x: u32): u32 {
  x = (x ^ (x >>> 16)) * 0x7feb352d;
  x = (x ^ (x >>> 15)) * 0x846ca68b;
  return x ^ (x >>> 16);
}

function mixLanes(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(<i32>0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/**
 * Dropout, from numbers to numbers at two places: which ones are kept follows from the seed, the step,
 * the layer and the sample, whoever computes it.
 */
export function drop(at: usize, input: usize, output: usize): void {
  const threshold = i32x4.splat(<i32>word(at, DROP_BELOW));
  const factor = v128.load32_splat(at + KEPT_FACTOR);
  const layer = mix(mix(<u32>head(SEED)) + <u32>head(STEP)) + <u32>word(at, DROP_LAYER);
  const bytes = outputBytes(at);
  let from = placeAt(at, input);
  let to = placeAt(at, output);
  for (let sample: usize = 0; sample < samples; sample++) {
    const number = load<u32>(head(SAMPLES) + ((firstSample + sample) << 2));
    let counter = i32x4.add(i32x4.splat(<i32>mix(mix(layer) + number)), i32x4(0, 1, 2, 3));
    for (let x: usize = 0; x < bytes; x += 16) {
      const isKept = i32x4.ge_u(mixLanes(counter), threshold);
      v128.store(to + x, v128.and(f32x4.mul(v128.load(from + x), factor), isKept));
      counter = i32x4.add(counter, i32x4.splat(4));
    }
    from += strideAt(at, input);
    to += strideAt(at, output);
  }
}
