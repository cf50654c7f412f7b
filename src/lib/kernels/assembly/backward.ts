import { timesSlopeRow } from './activation';
import { BLANK_KINDS, blankRoute, blankWindow } from './blank';
import { addC1Patches, listC1Average, listC1Winner } from './c1';
import { addC3Kernels, C3_POSITION, placedKernel, S2_PIXEL, S2_ROW, s2PatchOf } from './c3';
import { blankWindowsEnd, c5ListEnd, f6ListEnd, inkWindowsEnd, s4ListEnd } from './forward';
import { isMaxPooling } from './job';
import {
  BLANK_GRADIENT,
  BLANK_WINDOWS,
  C1_ROUTES,
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
  INK_WINDOWS,
  LIST,
  OUTPUT_GRADIENT,
  OUTPUT_WEIGHT,
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
import { addRows, append, dotRows } from './rows';

/* The way of one sample back, from the gradient of the logits to those of the convolutions. */

const S2_FLOATS: i32 = 1176;

/** The gradients of F6, C5 and S4. What ReLU has zeroed is in no list and keeps a gradient of zero. */
function backwardLinear(sample: usize, scratch: usize): void {
  const output = OUTPUT_GRADIENT + sample * FC_ROW;
  const f6 = F6_GRADIENT + sample * FC_ROW;
  memory.fill(f6, 0, 84 * 4);
  dotRows(scratch + F6_LIST, f6ListEnd, output, 12, OUTPUT_WEIGHT, 5, f6);
  timesSlopeRow(f6, F6 + sample * FC_ROW, 84);

  const c5 = C5_GRADIENT + sample * FC_ROW;
  memory.fill(c5, 0, 120 * 4);
  dotRows(scratch + C5_LIST, c5ListEnd, f6, 84, F6_WEIGHT, 7, c5);
  timesSlopeRow(c5, C5 + sample * FC_ROW, 120);

  const s4 = scratch + S4_GRADIENT;
  memory.fill(s4, 0, 400 * 4);
  dotRows(scratch + S4_LIST, s4ListEnd, c5, 120, C5_WEIGHT, 7, s4);
  // The slopes of the average are in its routes.
  if (isMaxPooling()) timesSlopeRow(s4, S4 + sample * S4_ROW, 400);
}

/** Adds one sample to the shard's gradients of C3: for each channel, gradient · patch of S2. */
function addC3Gradient(scratch: usize, shard: usize): void {
  const list = scratch + LIST;
  const isMax = isMaxPooling();
  for (let channel: usize = 0; channel < 16; channel++) {
    let end = list;
    let sum = load<f32>(shard + SHARD_C3_BIAS + channel * 4);
    let route = scratch + C3_ROUTES + channel * 4;
    let pooled = scratch + S4_GRADIENT + channel * 4;
    for (let p: usize = 0; p < 5; p++) {
      let window = scratch + S2 + p * 2 * S2_ROW;
      for (let q = 0; q < 5; q++, window += 2 * S2_PIXEL, route += 256, pooled += 64) {
        const gradient = load<f32>(pooled);
        if (isMax) {
          sum += gradient;
          end = append(end, s2PatchOf(window, load<u32>(route)), gradient);
        } else {
          for (let position: usize = 0; position < 4; position++) {
            const part = gradient * load<f32>(route + position * C3_POSITION);
            sum += part;
            end = append(end, s2PatchOf(window, position), part);
          }
        }
      }
    }
    store<f32>(shard + SHARD_C3_BIAS + channel * 4, sum);
    let kernel = shard + SHARD_C3 + channel * 5 * 128;
    for (let shift: usize = 0; shift < 5 * S2_ROW; shift += S2_ROW, kernel += 128) {
      addRows(list, end, shift, kernel, kernel);
    }
  }
}

/** The gradient of S2: for each pool window of S4, gradient · kernel, placed where its sum looked. */
function backwardC3(scratch: usize): void {
  const list = scratch + LIST;
  const isMax = isMaxPooling();
  let route = scratch + C3_ROUTES;
  let pooled = scratch + S4_GRADIENT;
  memory.fill(scratch + S2_GRADIENT, 0, S2_FLOATS * 4);
  for (let p: usize = 0; p < 5; p++) {
    let window = scratch + S2_GRADIENT + p * 2 * S2_ROW;
    for (let q = 0; q < 5; q++, window += 2 * S2_PIXEL, route += 256, pooled += 64) {
      let end = list;
      for (let channel: usize = 0; channel < 16; channel++) {
        const gradient = load<f32>(pooled + channel * 4);
        const from = route + channel * 4;
        if (isMax) {
          end = append(end, placedKernel(channel, load<u32>(from)), gradient);
        } else {
          for (let position: usize = 0; position < 4; position++) {
            const part = gradient * load<f32>(from + position * C3_POSITION);
            end = append(end, placedKernel(channel, position), part);
          }
        }
      }
      for (let row: usize = 0; row < 6; row++) {
        addC3Kernels(list, end, row * 176, window + row * S2_ROW);
      }
    }
  }
}

/** Adds one sample to the shard's gradients of C1; those of blank windows only to their sums. */
function addC1Gradient(scratch: usize, shard: usize): void {
  const gradients = scratch + S2_GRADIENT;
  if (isMaxPooling()) timesSlopeRow(gradients, scratch + S2, S2_FLOATS);
  for (let at = scratch + BLANK_WINDOWS; at < blankWindowsEnd; at += 4) {
    const gradient = gradients + <usize>load<u16>(at) * S2_PIXEL;
    const sum = scratch + BLANK_GRADIENT + ((<usize>load<u16>(at, 2)) << 5);
    v128.store(sum, f32x4.add(v128.load(sum), v128.load(gradient)));
    v128.store(sum, f32x4.add(v128.load(sum, 16), v128.load(gradient, 16)), 16);
  }
  for (let channel: usize = 0; channel < 6; channel++) {
    const list = scratch + LIST;
    let end = list;
    for (let at = scratch + INK_WINDOWS; at < inkWindowsEnd; at += 8) {
      const window = load<usize>(at);
      const gradient = load<f32>(gradients + window * S2_PIXEL + channel * 4);
      const route = scratch + C1_ROUTES + (window << 7) + channel * 4;
      end = listC1(end, load<usize>(at, 4), route, gradient);
    }
    addC1Channel(list, end, channel, shard);
  }
}

function listC1(end: usize, window: usize, route: usize, gradient: f32): usize {
  return isMaxPooling()
    ? listC1Winner(end, window, route, gradient)
    : listC1Average(end, window, route, gradient);
}

function addC1Channel(list: usize, end: usize, channel: usize, shard: usize): void {
  const bias = shard + SHARD_C1_BIAS + channel * 4;
  addC1Patches(list, end, shard + SHARD_C1 + channel * 160, bias);
}

/** Before the first sample of a shard. */
export function beginShard(scratch: usize, shard: usize, bytes: usize): void {
  memory.fill(shard, 0, bytes);
  memory.fill(scratch + BLANK_GRADIENT, 0, BLANK_KINDS * 32);
}

/** The backward pass of one sample, after its forward pass. */
export function backwardSample(sample: i32, scratch: usize, shard: usize): void {
  backwardLinear(<usize>sample, scratch);
  addC3Gradient(scratch, shard);
  backwardC3(scratch);
  addC1Gradient(scratch, shard);
}

/** After the last sample of a shard: what its blank windows add to the gradient of C1. */
export function endShard(scratch: usize, shard: usize): void {
  for (let channel: usize = 0; channel < 6; channel++) {
    const list = scratch + LIST;
    let end = list;
    for (let kind = 0; kind < BLANK_KINDS; kind++) {
      const gradient = load<f32>(scratch + BLANK_GRADIENT + ((<usize>kind) << 5) + channel * 4);
      end = listC1(end, blankWindow(kind), blankRoute(kind) + channel * 4, gradient);
    }
    addC1Channel(list, end, channel, shard);
  }
}
