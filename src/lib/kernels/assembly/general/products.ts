import {
  BIAS,
  GROUP_CHANNELS,
  GROUP_OUTPUTS,
  GROUPS,
  ROWS,
  RUN_COUNT,
  RUNS,
  TAP_COUNT,
  TAPS,
  TURNED,
  TURNED_BYTES,
  WEIGHT,
  WEIGHT_BYTES,
} from '../../general/fields';
import { inputGradTile4, inputGradTile8, weightGradTile4, weightGradTile8 } from './grad-tiles';
import { word } from './shard';
import { row8, tile4, tile8 } from './tiles';

/*
 * Sums of products over many rows: those of a convolution are the positions of one sample, those of a
 * fully connected layer are samples. Outputs stand in blocks of eight; a last block of at most four
 * takes a narrower tile. A block of weights is `[numbers of a row][outputs of the block]`.
 */

/** How many outputs the block has room for that begins where so many are left. */
export function blockWidth(left: usize): usize {
  return left > 4 ? 8 : 4;
}

/** The outputs of `count` rows, `outRow` bytes apart. */
export function multiply(at: usize, input: usize, count: usize, out: usize, outRow: usize): void {
  const outputs = word(at, GROUP_OUTPUTS);
  const rows = word(at, ROWS);
  const runs = word(at, RUNS);
  const runsEnd = runs + (word(at, RUN_COUNT) << 3);
  const taps = word(at, TAP_COUNT);
  let bias = word(at, BIAS);
  for (let group: usize = 0; group < word(at, GROUPS); group++) {
    let weights = word(at, WEIGHT) + group * word(at, WEIGHT_BYTES);
    for (let o: usize = 0; o < outputs; o += 8) {
      const width = blockWidth(outputs - o);
      const lanes = <i32>min(width, outputs - o);
      const height: usize = 32 / width;
      for (let row: usize = 0; row < count; row += height) {
        const tall = <i32>min(height, count - row);
        const to = out + row * outRow + (o << 2);
        const from = rows + (row << 2);
        if (width == 8 && tall == 1) row8(input, from, runs, runsEnd, weights, bias, to, lanes);
        else if (width == 8)
          tile8(input, from, runs, runsEnd, weights, bias, to, outRow, tall, lanes);
        else tile4(input, from, runs, runsEnd, weights, bias, to, outRow, tall, lanes);
      }
      weights += (taps * width) << 2;
      if (bias) bias += min(width, outputs - o) << 2;
    }
    input += word(at, GROUP_CHANNELS) << 2;
    out += outputs << 2;
  }
}

/** Adds what `count` rows give to the gradients of the weights of the numbers from `first` up to `last`. */
export function addWeightGrads(
  at: usize,
  input: usize,
  count: usize,
  grads: usize,
  gradRow: usize,
  to: usize,
  first: usize,
  last: usize,
): void {
  const outputs = word(at, GROUP_OUTPUTS);
  const rows = word(at, ROWS);
  const taps = word(at, TAPS);
  for (let group: usize = 0; group < word(at, GROUPS); group++) {
    let block = to + group * word(at, WEIGHT_BYTES);
    for (let o: usize = 0; o < outputs; o += 8) {
      const width = blockWidth(outputs - o);
      const lanes = <i32>min(width, outputs - o);
      const height: usize = 32 / width;
      const grad = grads + (o << 2);
      for (let tap = first; tap < last; tap += height) {
        const tall = <i32>min(height, last - tap);
        const offsets = taps + (tap << 2);
        const sums = block + ((tap * width) << 2);
        if (width == 8) {
          weightGradTile8(input, rows, count, grad, gradRow, offsets, sums, tall, lanes);
        } else weightGradTile4(input, rows, count, grad, gradRow, offsets, sums, tall, lanes);
      }
      block += (word(at, TAP_COUNT) * width) << 2;
    }
    input += word(at, GROUP_CHANNELS) << 2;
    grads += outputs << 2;
  }
}

/** Adds what `count` rows give to the gradients of the numbers that they read. */
export function addInputGrads(
  at: usize,
  grads: usize,
  gradRow: usize,
  count: usize,
  inputGrad: usize,
): void {
  const outputs = word(at, GROUP_OUTPUTS);
  const rows = word(at, ROWS);
  const runs = word(at, RUNS);
  const runsEnd = runs + (word(at, RUN_COUNT) << 3);
  for (let group: usize = 0; group < word(at, GROUPS); group++) {
    let turned = word(at, TURNED) + group * word(at, TURNED_BYTES);
    for (let run = runs; run < runsEnd; run += 8) {
      const length = load<usize>(run, 4);
      for (let x: usize = 0; x < length; x += 32) {
        const to = inputGrad + load<usize>(run) + x;
        const isWide = length - x > 16;
        for (let row: usize = 0; row < count; row += 4) {
          const tall = <i32>min<usize>(4, count - row);
          const grad = grads + row * gradRow;
          const places = rows + (row << 2);
          if (isWide) inputGradTile8(grad, gradRow, tall, outputs, turned, to, places);
          else inputGradTile4(grad, gradRow, tall, outputs, turned, to, places);
        }
        turned += outputs * (isWide ? 32 : 16);
      }
    }
    grads += outputs << 2;
    inputGrad += word(at, GROUP_CHANNELS) << 2;
  }
}
