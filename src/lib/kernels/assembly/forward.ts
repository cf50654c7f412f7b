import { activateRow } from './activation';
import { C1_WINDOW, c1Window } from './c1';
import { c3Window, mixRows, S2_PIXEL, S2_ROW } from './c3-forward';
import { inkUnderWindows, layOnSheet, normalizeSheet } from './image';
import { isMaxPooling, isRelu, isTraining } from './job';
import { appendFour, isNonZero } from './lists';
import {
  BLANK_POOLED,
  BLANK_WINDOWS,
  C1_ROUTES,
  C1_WINDOWS,
  C3_MIXTURES,
  C3_ROUTES,
  C5,
  C5_BIAS,
  C5_LIST,
  C5_WEIGHT,
  F6,
  F6_BIAS,
  F6_LIST,
  F6_WEIGHT,
  FC_ROW,
  IMAGE,
  LOGITS,
  OUTPUT_BIAS,
  OUTPUT_WEIGHT,
  ROW,
  S2,
  S2_GRADIENT,
  S2_PEAKS,
  S4,
  S4_LIST,
  S4_ROW,
} from './memory';
import { addRows } from './rows';

/* The way of one sample from its bytes to the logits. */

/** Where the ends of a sample's lists of inputs are, after the forward pass. */
export let s4ListEnd: usize = 0;
export let c5ListEnd: usize = 0;
export let f6ListEnd: usize = 0;

/** Where the ends of the lists of C1's pool windows, with and without ink, are. */
export let c1WindowsEnd: usize = 0;
export let blankWindowsEnd: usize = 0;

/**
 * C1, S2: f32 [14, 14, 6] channels last. A window writes eight floats for its six channels; the next
 * window's, further right, overwrite the two that mean nothing.
 */
function forwardC1(sheet: usize, scratch: usize): void {
  const blankLow = v128.load(BLANK_POOLED);
  const blankHigh = v128.load(BLANK_POOLED, 16);
  let ink = scratch + C1_WINDOWS;
  let blank = scratch + BLANK_WINDOWS;
  let pooled = scratch + S2;
  let gradient = scratch + S2_GRADIENT;
  let route = scratch + C1_ROUTES;
  for (let p = 0; p < 14; p++) {
    let seen = inkUnderWindows(sheet, p);
    let patch = scratch + IMAGE + ((<usize>p) << 8);
    for (let q = 0; q < 14; q++, seen >>= 2, patch += 8) {
      if ((seen & 63) == 0) {
        v128.store(pooled, blankLow);
        v128.store(pooled, blankHigh, 16);
        store<usize>(blank, gradient);
        blank += 4;
      } else {
        c1Window(patch, pooled, route);
        store<usize>(ink, gradient);
        store<usize>(ink, route, 4);
        store<usize>(ink, patch, 8);
        ink += C1_WINDOW;
        route += 128;
      }
      pooled += S2_PIXEL;
      gradient += S2_PIXEL;
    }
  }
  if (isMaxPooling()) activateRow(scratch + S2, 1176);
  c1WindowsEnd = ink;
  blankWindowsEnd = blank;
}

/** The largest value of each channel of S2; two of the eight lanes mean nothing. */
function measurePeaks(s2: usize, peaks: usize): void {
  let low = v128.load(s2);
  let high = v128.load(s2, 16);
  for (const end = s2 + 196 * S2_PIXEL; s2 < end; s2 += S2_PIXEL) {
    low = f32x4.max(low, v128.load(s2));
    high = f32x4.max(high, v128.load(s2, 16));
  }
  v128.store(peaks, low);
  v128.store(peaks, high, 16);
}

/** C3, S4: f32 [5, 5, 16] channels last. */
function forwardC3(s4: usize, scratch: usize): void {
  let pooled = s4;
  let route = scratch + C3_ROUTES;
  for (let p: usize = 0; p < 5; p++) {
    let mixture = scratch + C3_MIXTURES;
    mixRows(scratch + S2 + p * 2 * S2_ROW, scratch);
    for (let q = 0; q < 5; q++, mixture += 2 * S2_PIXEL, pooled += 64, route += 256) {
      c3Window(mixture, pooled, route, scratch);
    }
  }
  if (isMaxPooling()) activateRow(s4, 400);
}

/**
 * Lists the rows of weights of a layer's inputs that are not zero; returns the list's end. Without
 * ReLU all are listed: a zero there still has a slope, so that its gradient counts.
 */
function listInputs(inputs: usize, count: usize, weights: usize, list: usize): usize {
  const all = i32x4.splat(isRelu() ? 0 : -1);
  let rows = i32x4.add(i32x4.splat(<i32>weights), i32x4(0, 128, 256, 384));
  for (const end = inputs + (count << 2); inputs < end; inputs += 16) {
    const values = v128.load(inputs);
    list = appendFour(list, rows, values, v128.or(isNonZero(values), all));
    rows = i32x4.add(rows, i32x4.splat(4 * <i32>ROW));
  }
  return list;
}

/** A fully connected layer's sums: bias + the sum of input · row over a list, block by block. */
function forwardLinear(
  list: usize,
  end: usize,
  inputs: usize,
  blocks: usize,
  bias: usize,
  out: usize,
): void {
  for (let i: usize = 0; i < blocks; i++) {
    addRows(list, end, i * inputs * ROW, bias + i * ROW, out + i * ROW);
  }
}

/** Everything from the sample's bytes to `LOGITS`; keeps what the way back needs. */
export function forwardSample(sample: i32, scratch: usize): void {
  const sheet = layOnSheet(sample, scratch);
  const s4 = S4 + <usize>sample * S4_ROW;
  const c5 = C5 + <usize>sample * FC_ROW;
  const f6 = F6 + <usize>sample * FC_ROW;
  normalizeSheet(sheet, scratch);
  forwardC1(sheet, scratch);
  if (!isTraining()) measurePeaks(scratch + S2, S2_PEAKS + <usize>sample * 32);
  forwardC3(s4, scratch);

  const s4List = scratch + S4_LIST;
  s4ListEnd = listInputs(s4, 400, C5_WEIGHT, s4List);
  forwardLinear(s4List, s4ListEnd, 400, 4, C5_BIAS, c5);
  activateRow(c5, 120);

  const c5List = scratch + C5_LIST;
  c5ListEnd = listInputs(c5, 120, F6_WEIGHT, c5List);
  forwardLinear(c5List, c5ListEnd, 120, 3, F6_BIAS, f6);
  activateRow(f6, 84);

  const f6List = scratch + F6_LIST;
  f6ListEnd = listInputs(f6, 84, OUTPUT_WEIGHT, f6List);
  forwardLinear(f6List, f6ListEnd, 84, 1, OUTPUT_BIAS, scratch + LOGITS);
}
