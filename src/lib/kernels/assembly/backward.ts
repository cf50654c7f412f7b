import { timesSlopeRow } from './activation';
import { addC1Patches, C1_WINDOW, listC1 } from './c1';
import { addC3Kernels, listC3 } from './c3-backward';
import { S2_PIXEL, S2_ROW } from './c3-forward';
import { blankWindowsEnd, c1WindowsEnd, c5ListEnd, f6ListEnd, s4ListEnd } from './forward';
import { isMaxPooling } from './job';
import { beginLists } from './lists';
import {
  BLANK_GRADIENT,
  BLANK_PATCH,
  BLANK_ROUTE,
  BLANK_WINDOWS,
  C1_LIST,
  C1_WINDOWS,
  C3_LIST,
  C3_ROUTES,
  C5,
  C5_GRADIENT,
  C5_LIST,
  C5_WEIGHT,
  F6,
  F6_GRADIENT,
  F6_LIST,
  F6_WEIGHT,
  FC_ROW,
  LIST,
  LIST_ENDS,
  LISTS,
  OUTPUT_GRADIENT,
  OUTPUT_WEIGHT,
  ROW,
  S2,
  S2_GRADIENT,
  S4,
  S4_GRADIENT,
  S4_LIST,
  S4_ROW,
  SHARD_C1,
  SHARD_C1_BIAS,
  SHARD_C3,
  SHARD_C3_BIAS,
} from './memory';
import { addRows, dotRows } from './rows';

/* The way of one sample back, from the gradient of the logits to those of the convolutions. */

const S2_FLOATS: i32 = 1176;

/** The gradients of F6, C5 and S4. What ReLU has zeroed is in no list and keeps a gradient of zero. */
function backwardLinear(sample: usize, scratch: usize): void {
  const output = OUTPUT_GRADIENT + sample * FC_ROW;
  const f6 = F6_GRADIENT + sample * FC_ROW;
  memory.fill(f6, 0, 84 * 4);
  dotRows(scratch + F6_LIST, f6ListEnd, output, 12 * 4, OUTPUT_WEIGHT, 84 * ROW, f6);
  timesSlopeRow(f6, F6 + sample * FC_ROW, 84);

  const c5 = C5_GRADIENT + sample * FC_ROW;
  memory.fill(c5, 0, 120 * 4);
  dotRows(scratch + C5_LIST, c5ListEnd, f6, 84 * 4, F6_WEIGHT, 120 * ROW, c5);
  timesSlopeRow(c5, C5 + sample * FC_ROW, 120);

  const s4 = scratch + S4_GRADIENT;
  memory.fill(s4, 0, 400 * 4);
  dotRows(scratch + S4_LIST, s4ListEnd, c5, 120 * 4, C5_WEIGHT, 400 * ROW, s4);
  // The slopes of the average are in its routes.
  if (isMaxPooling()) timesSlopeRow(s4, S4 + sample * S4_ROW, 400);
}

/** The gradient of S2, and what the sample adds to the shard's gradients of C3. */
function backwardC3(scratch: usize, shard: usize): void {
  const ends = scratch + LIST_ENDS;
  const lists = scratch + LISTS;
  const list = scratch + LIST;
  let gradient = scratch + S4_GRADIENT;
  let route = scratch + C3_ROUTES;
  beginLists(ends, 16, lists, C3_LIST);
  memory.fill(scratch + S2_GRADIENT, 0, S2_FLOATS * 4);
  for (let p: usize = 0; p < 5; p++) {
    for (let q: usize = 0; q < 5; q++, gradient += 64, route += 256) {
      const at = p * 2 * S2_ROW + q * 2 * S2_PIXEL;
      const bias = shard + SHARD_C3_BIAS;
      const end = listC3(scratch + S2 + at, gradient, route, bias, list, ends);
      const out = scratch + S2_GRADIENT + at;
      for (let row: usize = 0; row < 6 * S2_ROW; row += S2_ROW) {
        addC3Kernels(list, end, row, out + row);
      }
    }
  }
  for (let channel: usize = 0; channel < 16; channel++) {
    const end = load<usize>(ends + channel * 4);
    let kernel = shard + SHARD_C3 + channel * 5 * 128;
    for (let row: usize = 0; row < 5 * S2_ROW; row += S2_ROW, kernel += 128) {
      addRows(lists + channel * C3_LIST, end, row, kernel, kernel);
    }
  }
}

/** Adds the gradients of a list of C1's windows to those of the shard. */
function addC1Windows(windowsEnd: usize, scratch: usize, shard: usize): void {
  const ends = scratch + LIST_ENDS;
  const lists = scratch + LISTS;
  beginLists(ends, 8, lists, C1_LIST);
  listC1(scratch + C1_WINDOWS, windowsEnd, ends);
  for (let channel: usize = 0; channel < 6; channel++) {
    const end = load<usize>(ends + channel * 4);
    const bias = shard + SHARD_C1_BIAS + channel * 4;
    addC1Patches(lists + channel * C1_LIST, end, shard + SHARD_C1 + channel * 160, bias);
  }
}

/** What the sample adds to the shard's gradients of C1; blank windows only to their sum. */
function backwardC1(scratch: usize, shard: usize): void {
  if (isMaxPooling()) timesSlopeRow(scratch + S2_GRADIENT, scratch + S2, S2_FLOATS);
  const sum = scratch + BLANK_GRADIENT;
  let low = v128.load(sum);
  let high = v128.load(sum, 16);
  for (let at = scratch + BLANK_WINDOWS; at < blankWindowsEnd; at += 4) {
    const gradient = load<usize>(at);
    low = f32x4.add(low, v128.load(gradient));
    high = f32x4.add(high, v128.load(gradient, 16));
  }
  v128.store(sum, low);
  v128.store(sum, high, 16);
  addC1Windows(c1WindowsEnd, scratch, shard);
}

/** Before the first sample of a shard. */
export function beginShard(scratch: usize, shard: usize, bytes: usize): void {
  memory.fill(shard, 0, bytes);
  memory.fill(scratch + BLANK_GRADIENT, 0, 32);
}

/** The backward pass of one sample, after its forward pass. */
export function backwardSample(sample: i32, scratch: usize, shard: usize): void {
  backwardLinear(<usize>sample, scratch);
  backwardC3(scratch, shard);
  backwardC1(scratch, shard);
}

/** After the last sample of a shard: what its blank windows add to the gradient of C1. */
export function endShard(scratch: usize, shard: usize): void {
  const window = scratch + C1_WINDOWS;
  store<usize>(window, scratch + BLANK_GRADIENT);
  store<usize>(window, BLANK_ROUTE, 4);
  store<usize>(window, BLANK_PATCH, 8);
  addC1Windows(window + C1_WINDOW, scratch, shard);
}
