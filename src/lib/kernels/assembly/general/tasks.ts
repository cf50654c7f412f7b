import {
  BIAS,
  GROUP_OUTPUTS,
  INPUT,
  MASK,
  OUT_CHANNELS,
  OUTPUT_GRAD,
  PARAMETER_BYTES,
  PARAMETERS,
  TAP_COUNT,
  TURNED,
  WEIGHT,
  WEIGHT_BYTES,
} from '../../general/fields';
import { isFirstChunk, isLastChunk, sampleCount } from '../job';
import { update } from '../update';
import { addColumns } from './convolve';
import { addWeightGrads, blockWidth } from './products';
import { gradientsOf, head, shardCount, strideAt, word } from './shard';
import { turn } from './turn';
import { clear } from './vectors';

/*
 * The end of a step: gradients summed over the batch, and the update. The work is cut by parameters, so
 * that one worker computes a parameter's whole sum: the bits do not depend on how many there are.
 */

/** Starts gradients from zero in a batch's first chunk. */
function clearGradients(parameters: usize, bytes: usize): void {
  if (isFirstChunk()) clear(parameters + head(PARAMETER_BYTES), bytes);
}

/** Updates a run of parameters by their gradients, once these are whole. */
function finish(parameters: usize, bytes: usize): void {
  if (isLastChunk()) update(parameters, parameters + bytes, head(PARAMETER_BYTES));
}

/** The parameters of a convolution or a scale, `bytes` from `first` on: the shards' sums in their order. */
export function updateShared(at: usize, first: usize, bytes: usize): void {
  const from = first - head(PARAMETERS);
  clearGradients(first, bytes);
  const to = first + head(PARAMETER_BYTES);
  // Of the weights, which come first, those that a table does not name have no gradient.
  const mask = word(at, MASK);
  const masked = mask ? word(at, WEIGHT_BYTES) : 0;
  for (let x: usize = 0; x < bytes; x += 16) {
    let sum = v128.load(to + x);
    for (let shard: usize = 0; shard < shardCount(); shard++) {
      sum = f32x4.add(sum, v128.load(gradientsOf(shard) + from + x));
    }
    if (x < masked) sum = v128.and(sum, v128.load(mask + x));
    v128.store(to + x, sum);
  }
  finish(first, bytes);
  if (isLastChunk()) turnAll(at);
}

/** Brings a layer's turned weights up to date, where it has any. */
export function turnAll(at: usize): void {
  if (word(at, TURNED)) turn(at, 0, word(at, TAP_COUNT));
}

/** A fully connected layer's weights of the inputs from `first` up to `last`, over all samples. */
export function updateRows(at: usize, first: usize, last: usize): void {
  const outputs = word(at, GROUP_OUTPUTS);
  const taps = word(at, TAP_COUNT);
  const weights = word(at, WEIGHT);
  for (let o: usize = 0; o < outputs; o += 8) {
    const width = blockWidth(outputs - o) << 2;
    clearGradients(weights + ((o * taps) << 2) + first * width, (last - first) * width);
  }
  const to = weights + head(PARAMETER_BYTES);
  const grads = word(at, OUTPUT_GRAD);
  const gradRow = strideAt(at, OUTPUT_GRAD);
  addWeightGrads(at, word(at, INPUT), sampleCount(), grads, gradRow, to, first, last);
  if (!isLastChunk()) return;
  for (let o: usize = 0; o < outputs; o += 8) {
    const width = blockWidth(outputs - o) << 2;
    finish(weights + ((o * taps) << 2) + first * width, (last - first) * width);
  }
  if (word(at, TURNED)) turn(at, first, last);
}

/** A fully connected layer's biases. */
export function updateBias(at: usize): void {
  const bias = word(at, BIAS);
  const outputs = word(at, OUT_CHANNELS);
  const bytes = ((outputs << 2) + 15) & ~15;
  clearGradients(bias, bytes);
  const to = bias + head(PARAMETER_BYTES);
  const grads = word(at, OUTPUT_GRAD);
  addColumns(grads, sampleCount(), strideAt(at, OUTPUT_GRAD), outputs, to);
  finish(bias, bytes);
}
