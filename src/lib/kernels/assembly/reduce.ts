import { isFirstChunk, isLastChunk, sampleCount } from './job';
import {
  C1_BIAS,
  C1_WEIGHT,
  C3_BIAS,
  C3_WEIGHT,
  C5,
  C5_BIAS,
  C5_GRADIENT,
  C5_WEIGHT,
  F6,
  F6_BIAS,
  F6_GRADIENT,
  F6_WEIGHT,
  FC_ROW,
  GRADIENT,
  LIST,
  NARROW_ROW,
  OUTPUT_BIAS,
  OUTPUT_GRADIENT,
  OUTPUT_WEIGHT,
  S4,
  S4_ROW,
  SHARD,
  SHARD_BYTES,
  SHARD_C1,
  SHARD_C1_BIAS,
  SHARD_C3,
  SHARD_C3_BIAS,
  SHARDS,
  WIDE_ROW,
} from './memory';
import { packConvolutions } from './pack';
import { addRows, append } from './rows';
import { update } from './update';

/*
 * The second half of a step: gradients summed over the batch, and the update. The work is cut by
 * parameters, so that one worker computes a parameter's whole sum, sample after sample: no sum is
 * put together from what several workers have, and the bits do not depend on how many there are.
 */

/** Rows of fully connected weights to a task: their inputs share cache lines. */
const ROWS: i32 = 4;

const C5_TASKS: i32 = 400 / ROWS;
const F6_TASKS: i32 = 120 / ROWS;
const OUTPUT_TASKS: i32 = 84 / ROWS;

/** The number of tasks; they may be done in any order. */
export const REDUCE_TASKS: i32 = 2 + C5_TASKS + F6_TASKS + OUTPUT_TASKS;

/** Does one task. */
export function reduceTask(task: i32, scratch: usize): void {
  if (task == 0) return reduceConvolutions();
  if (task == 1) return reduceBiases(scratch);
  task -= 2;
  const list = scratch + LIST;
  if (task < C5_TASKS) {
    return reduceRows(task, C5_WEIGHT, WIDE_ROW, 4, S4, S4_ROW, C5_GRADIENT, list);
  }
  task -= C5_TASKS;
  if (task < F6_TASKS) {
    return reduceRows(task, F6_WEIGHT, WIDE_ROW, 3, C5, FC_ROW, F6_GRADIENT, list);
  }
  task -= F6_TASKS;
  reduceRows(task, OUTPUT_WEIGHT, NARROW_ROW, 1, F6, FC_ROW, OUTPUT_GRADIENT, list);
}

/** Starts gradients from zero in a batch's first chunk. */
function clear(parameters: usize, bytes: usize): void {
  if (isFirstChunk()) memory.fill(parameters + GRADIENT, 0, bytes);
}

/** Sums and updates the rows of one task: for each input, Σ input · gradient over the samples. */
function reduceRows(
  task: i32,
  weights: usize,
  row: usize,
  blocks: usize,
  inputs: usize,
  inputRow: usize,
  gradients: usize,
  list: usize,
): void {
  const first = weights + <usize>(task * ROWS) * row;
  clear(first, <usize>ROWS * row);
  for (let i = 0; i < ROWS; i++) {
    const end = listSamples(inputs + ((<usize>(task * ROWS + i)) << 2), inputRow, gradients, list);
    const gradient = first + <usize>i * row + GRADIENT;
    for (let shift: usize = 0; shift < blocks << 7; shift += 128) {
      addRows(list, end, shift, gradient + shift, gradient + shift);
    }
  }
  if (isLastChunk()) update(first, first + <usize>ROWS * row);
}

/** Lists the rows of gradients of the samples in which an input is not zero. */
function listSamples(input: usize, inputRow: usize, gradients: usize, list: usize): usize {
  for (let i = sampleCount(); i > 0; i--, input += inputRow, gradients += FC_ROW) {
    list = append(list, gradients, load<f32>(input));
  }
  return list;
}

/** The biases of the fully connected layers: rows whose input is always 1. */
function reduceBiases(scratch: usize): void {
  reduceBias(C5_BIAS, WIDE_ROW, 4, C5_GRADIENT, scratch + LIST);
  reduceBias(F6_BIAS, WIDE_ROW, 3, F6_GRADIENT, scratch + LIST);
  reduceBias(OUTPUT_BIAS, NARROW_ROW, 1, OUTPUT_GRADIENT, scratch + LIST);
}

function reduceBias(bias: usize, row: usize, blocks: usize, gradients: usize, list: usize): void {
  clear(bias, row);
  let end = list;
  for (let i = sampleCount(); i > 0; i--, gradients += FC_ROW) end = append(end, gradients, 1);
  for (let shift: usize = 0; shift < blocks << 7; shift += 128) {
    addRows(list, end, shift, bias + GRADIENT + shift, bias + GRADIENT + shift);
  }
  if (isLastChunk()) update(bias, bias + row);
}

/** The convolutions: the shards' gradients, summed in the order of the shards. */
function reduceConvolutions(): void {
  clear(C1_WEIGHT, C5_WEIGHT - C1_WEIGHT);
  sumShards((sampleCount() + SHARD - 1) / SHARD);
  addC1();
  addC3();
  if (!isLastChunk()) return;
  update(C1_WEIGHT, C5_WEIGHT);
  packConvolutions();
}

/** Adds all shards to the first. */
function sumShards(count: i32): void {
  for (let at = SHARDS; at < SHARDS + SHARD_BYTES; at += 16) {
    let sum = v128.load(at);
    for (let i = 1; i < count; i++) sum = f32x4.add(sum, v128.load(at + <usize>i * SHARD_BYTES));
    v128.store(at, sum);
  }
}

function addTo(parameter: usize, value: f32): void {
  store<f32>(parameter + GRADIENT, load<f32>(parameter + GRADIENT) + value);
}

/** Adds C1's gradient, f32 [6, 5, 8], to that in PyTorch's order. */
function addC1(): void {
  let weight = C1_WEIGHT;
  let kernelRow = SHARDS + SHARD_C1;
  for (let row = 0; row < 30; row++, kernelRow += 32) {
    for (let x: usize = 0; x < 20; x += 4, weight += 4) addTo(weight, load<f32>(kernelRow + x));
  }
  for (let c: usize = 0; c < 24; c += 4) addTo(C1_BIAS + c, load<f32>(SHARDS + SHARD_C1_BIAS + c));
}

/** Adds C3's gradient, f32 [16, 5, 32] with pixel and input channel along a row, likewise. */
function addC3(): void {
  let kernel = SHARDS + SHARD_C3;
  let weight = C3_WEIGHT;
  for (let out = 0; out < 16; out++, kernel += 5 * 128) {
    for (let input: usize = 0; input < 24; input += 4) {
      for (let y: usize = 0; y < 5 * 128; y += 128) {
        for (let x: usize = 0; x < 120; x += 24, weight += 4) {
          addTo(weight, load<f32>(kernel + y + x + input));
        }
      }
    }
  }
  for (let c: usize = 0; c < 64; c += 4) addTo(C3_BIAS + c, load<f32>(SHARDS + SHARD_C3_BIAS + c));
}
