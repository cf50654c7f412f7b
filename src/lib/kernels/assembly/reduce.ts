import { isFirstChunk, isLastChunk, sampleCount } from './job';
import { appendEach, beginLists, ENTRY } from './lists';
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
  LIST_ENDS,
  LISTS,
  OUTPUT_BIAS,
  OUTPUT_GRADIENT,
  OUTPUT_WEIGHT,
  PARAMETERS,
  ROW,
  S4,
  S4_ROW,
  SAMPLE_LIST,
  SHARD,
  SHARD_BYTES,
  SHARD_C1,
  SHARD_C1_BIAS,
  SHARD_C3,
  SHARD_C3_BIAS,
  SHARDS,
} from './memory';
import { packConvolutions } from './pack';
import { addRows } from './rows';
import { update } from './update';

/*
 * The second half of a step: gradients summed over the batch, and the update. The work is cut by
 * parameters, so that one worker computes a parameter's whole sum, sample after sample: no sum is
 * put together from what several workers have, and the bits do not depend on how many there are.
 */

/** Inputs of a fully connected layer to a task: the lanes of a vector. */
const INPUTS: i32 = 4;

const C5_TASKS: i32 = 400 / INPUTS;
const F6_TASKS: i32 = 120 / INPUTS;
const OUTPUT_TASKS: i32 = 84 / INPUTS;

/** The number of tasks; they may be done in any order. */
export const REDUCE_TASKS: i32 = 2 + C5_TASKS + F6_TASKS + OUTPUT_TASKS;

/** Does one task. */
export function reduceTask(task: i32, scratch: usize): void {
  if (task == 0) return reduceConvolutions();
  if (task == 1) return reduceBiases(scratch);
  task -= 2;
  if (task < C5_TASKS) {
    return reduceInputs(task, C5_WEIGHT, 400, 4, S4, S4_ROW, C5_GRADIENT, scratch);
  }
  task -= C5_TASKS;
  if (task < F6_TASKS) {
    return reduceInputs(task, F6_WEIGHT, 120, 3, C5, FC_ROW, F6_GRADIENT, scratch);
  }
  task -= F6_TASKS;
  reduceInputs(task, OUTPUT_WEIGHT, 84, 1, F6, FC_ROW, OUTPUT_GRADIENT, scratch);
}

/** Starts gradients from zero in a batch's first chunk. */
function clear(parameters: usize, bytes: usize): void {
  if (isFirstChunk()) memory.fill(parameters + GRADIENT, 0, bytes);
}

/**
 * Sums and updates the weights of a task's inputs, block by block: for each input, Σ value · gradient
 * over the samples of the chunk. `inputRow` is the number of bytes from one sample's inputs to the
 * next one's.
 */
function reduceInputs(
  task: i32,
  weights: usize,
  count: usize,
  blocks: usize,
  inputs: usize,
  inputRow: usize,
  gradients: usize,
  scratch: usize,
): void {
  const ends = scratch + LIST_ENDS;
  const lists = scratch + LISTS;
  beginLists(ends, INPUTS, lists, SAMPLE_LIST);
  listSamples(inputs + ((<usize>task) << 4), inputRow, gradients, ends);
  for (let block: usize = 0; block < blocks; block++) {
    const first = weights + block * count * ROW + <usize>(task * INPUTS) * ROW;
    clear(first, <usize>INPUTS * ROW);
    for (let i: usize = 0; i < <usize>INPUTS; i++) {
      const end = load<usize>(ends + i * 4);
      const gradient = first + i * ROW + GRADIENT;
      addRows(lists + i * SAMPLE_LIST, end, block * ROW, gradient, gradient);
    }
    if (isLastChunk()) update(first, first + <usize>INPUTS * ROW, PARAMETERS);
  }
}

/** Lists, for each of four inputs, the rows of gradients of the samples in which it is not zero. */
function listSamples(inputs: usize, inputRow: usize, gradients: usize, ends: usize): void {
  for (let i = sampleCount(); i > 0; i--, inputs += inputRow, gradients += FC_ROW) {
    appendEach(ends, i32x4.splat(<i32>gradients), v128.load(inputs));
  }
}

/** The biases of the fully connected layers: the weights of an input that is always 1. */
function reduceBiases(scratch: usize): void {
  reduceBias(C5_BIAS, 4, C5_GRADIENT, scratch + LISTS);
  reduceBias(F6_BIAS, 3, F6_GRADIENT, scratch + LISTS);
  reduceBias(OUTPUT_BIAS, 1, OUTPUT_GRADIENT, scratch + LISTS);
}

function reduceBias(bias: usize, blocks: usize, gradients: usize, list: usize): void {
  clear(bias, blocks * ROW);
  let end = list;
  for (let i = sampleCount(); i > 0; i--, end += ENTRY, gradients += FC_ROW) {
    store<usize>(end, gradients);
    store<f32>(end, 1, 4);
  }
  for (let shift: usize = 0; shift < blocks * ROW; shift += ROW) {
    addRows(list, end, shift, bias + GRADIENT + shift, bias + GRADIENT + shift);
  }
  if (isLastChunk()) update(bias, bias + blocks * ROW, PARAMETERS);
}

/** The convolutions: the shards' gradients, summed in the order of the shards. */
function reduceConvolutions(): void {
  clear(C1_WEIGHT, C5_WEIGHT - C1_WEIGHT);
  sumShards((sampleCount() + SHARD - 1) / SHARD);
  addC1();
  addC3();
  if (!isLastChunk()) return;
  update(C1_WEIGHT, C5_WEIGHT, PARAMETERS);
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
