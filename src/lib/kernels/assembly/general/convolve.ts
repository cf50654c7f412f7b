import {
  BIAS,
  BORDER_LEFT,
  BORDER_TOP,
  BORDERED,
  BORDERED_HEIGHT,
  BORDERED_WIDTH,
  IN_CHANNELS,
  IN_HEIGHT,
  IN_WIDTH,
  INPUT,
  INPUT_GRAD,
  OUT_CHANNELS,
  OUT_COUNT,
  OUTPUT,
  OUTPUT_GRAD,
  TAP_COUNT,
  WEIGHT,
} from '../../general/fields';
import { addInputGrads, addWeightGrads, multiply } from './products';
import { head, placeAt, samples, scratch, shardGradient, strideAt, word } from './shard';
import { clear, copy, maskLanes } from './vectors';

/* Convolutions, sample by sample: the rows of the products are the positions of the output. */

/** Copies the rows of a picture into its place inside the border, or back. */
function copyRows(at: usize, picture: usize, isBack: bool): void {
  const bytes = (word(at, IN_WIDTH) * word(at, IN_CHANNELS)) << 2;
  const channels = word(at, IN_CHANNELS) << 2;
  const pitch = word(at, BORDERED_WIDTH) * channels;
  let inside = scratch + head(BORDERED);
  inside += word(at, BORDER_TOP) * pitch + word(at, BORDER_LEFT) * channels;
  for (let row = word(at, IN_HEIGHT); row > 0; row--, inside += pitch, picture += bytes) {
    if (isBack) copy(inside, picture, bytes);
    else copy(picture, inside, bytes);
  }
}

function clearBordered(at: usize): usize {
  const bordered = scratch + head(BORDERED);
  const floats = word(at, BORDERED_HEIGHT) * word(at, BORDERED_WIDTH) * word(at, IN_CHANNELS);
  clear(bordered, floats << 2);
  return bordered;
}

/** The picture as the windows see it: with a border of zeros, where there is one. */
function bordered(at: usize, picture: usize): usize {
  if (word(at, BORDERED_WIDTH) == word(at, IN_WIDTH)) {
    if (word(at, BORDERED_HEIGHT) == word(at, IN_HEIGHT)) return picture;
  }
  const result = clearBordered(at);
  copyRows(at, picture, false);
  return result;
}

/** Forward. */
export function convolve(at: usize): void {
  let input = placeAt(at, INPUT);
  let out = placeAt(at, OUTPUT);
  const outRow = word(at, OUT_CHANNELS) << 2;
  for (let sample: usize = 0; sample < samples; sample++) {
    multiply(at, bordered(at, input), word(at, OUT_COUNT), out, outRow);
    input += strideAt(at, INPUT);
    out += strideAt(at, OUTPUT);
  }
}

/** Adds to the shard's gradients of the weights and biases. */
export function convolveWeightGrad(at: usize): void {
  let input = placeAt(at, INPUT);
  let grads = placeAt(at, OUTPUT_GRAD);
  const gradRow = word(at, OUT_CHANNELS) << 2;
  const to = shardGradient(word(at, WEIGHT));
  for (let sample: usize = 0; sample < samples; sample++) {
    const picture = bordered(at, input);
    const count = word(at, OUT_COUNT);
    addWeightGrads(at, picture, count, grads, gradRow, to, 0, word(at, TAP_COUNT));
    if (word(at, BIAS)) {
      addColumns(grads, count, gradRow, word(at, OUT_CHANNELS), shardGradient(word(at, BIAS)));
    }
    input += strideAt(at, INPUT);
    grads += strideAt(at, OUTPUT_GRAD);
  }
}

/** Adds the sum of `count` rows, `row` bytes apart, of `columns` floats; what fills up stays as it is. */
export function addColumns(from: usize, count: usize, row: usize, columns: usize, to: usize): void {
  for (let c: usize = 0; c < columns; c += 4, from += 16, to += 16) {
    let sum = f32x4.splat(0);
    for (let at = from, end = from + count * row; at < end; at += row) {
      sum = f32x4.add(sum, v128.load(at));
    }
    const mask = maskLanes(<i32>(columns - c));
    v128.store(to, f32x4.add(v128.load(to), v128.and(sum, mask)));
  }
}

/** Writes the gradient of the input. */
export function convolveInputGrad(at: usize): void {
  let grads = placeAt(at, OUTPUT_GRAD);
  let inputGrad = placeAt(at, INPUT_GRAD);
  const gradRow = word(at, OUT_CHANNELS) << 2;
  for (let sample: usize = 0; sample < samples; sample++) {
    addInputGrads(at, grads, gradRow, word(at, OUT_COUNT), clearBordered(at));
    copyRows(at, inputGrad, true);
    grads += strideAt(at, OUTPUT_GRAD);
    inputGrad += strideAt(at, INPUT_GRAD);
  }
}
