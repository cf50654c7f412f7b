import { activateRow } from './activation';
import { blankKind, blankPooled } from './blank';
import { c1Window } from './c1';
import { c3Window, S2_PIXEL, S2_ROW } from './c3';
import { imageOf, inkUnderWindows, normalizeImage } from './image';
import { isRelu } from './job';
import {
  BLANK_WINDOWS,
  C1_ROUTES,
  C3_BIAS,
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
  INK_WINDOWS,
  LOGITS,
  NARROW_ROW,
  OUTPUT_BIAS,
  OUTPUT_WEIGHT,
  S2,
  S4,
  S4_LIST,
  S4_ROW,
  WIDE_ROW,
} from './memory';
import { addRows, append } from './rows';

/* The way of one sample from its bytes to the logits. */

/** Where the ends of a sample's lists of inputs are, after the forward pass. */
export let s4ListEnd: usize = 0;
export let c5ListEnd: usize = 0;
export let f6ListEnd: usize = 0;

/** Where the ends of the lists of pool windows with and without ink are. */
export let inkWindowsEnd: usize = 0;
export let blankWindowsEnd: usize = 0;

/**
 * C1, S2: f32 [14, 14, 6] channels last. A window writes eight floats for its six channels; the next
 * window's, further right, overwrite the two that mean nothing.
 */
function forwardC1(bytes: usize, scratch: usize): void {
  let ink = scratch + INK_WINDOWS;
  let blank = scratch + BLANK_WINDOWS;
  let pooled = scratch + S2;
  let window: usize = 0;
  for (let p = 0; p < 14; p++) {
    let seen = inkUnderWindows(bytes, p);
    let patch = scratch + IMAGE + ((<usize>p) << 8);
    for (let q = 0; q < 14; q++, seen >>= 2, patch += 8, pooled += S2_PIXEL, window++) {
      if ((seen & 63) == 0) {
        const kind = blankKind(p, q);
        v128.store(pooled, v128.load(blankPooled(kind)));
        v128.store(pooled, v128.load(blankPooled(kind), 16), 16);
        store<u16>(blank, <u16>window);
        store<u16>(blank, <u16>kind, 2);
        blank += 4;
      } else {
        c1Window(patch, pooled, scratch + C1_ROUTES + (window << 7));
        store<usize>(ink, window);
        store<usize>(ink, patch, 4);
        ink += 8;
      }
    }
  }
  inkWindowsEnd = ink;
  blankWindowsEnd = blank;
}

/** C3, S4: f32 [5, 5, 16] channels last. */
function forwardC3(pooled: usize, scratch: usize): void {
  let route = scratch + C3_ROUTES;
  for (let p: usize = 0; p < 5; p++) {
    let patch = scratch + S2 + p * 2 * S2_ROW;
    for (let q: usize = 0; q < 5; q++, patch += 2 * S2_PIXEL, pooled += 64, route += 256) {
      c3Window(patch, 0, C3_BIAS, pooled, route);
      c3Window(patch, 32, C3_BIAS, pooled, route);
    }
  }
}

/**
 * Lists the weights' rows of the inputs that are not zero; returns the list's end. Without ReLU all
 * are listed: a zero there still has a slope, so that its gradient counts.
 */
function listInputs(inputs: usize, count: i32, weights: usize, row: usize, list: usize): usize {
  const relu = isRelu();
  for (const end = inputs + ((<usize>count) << 2); inputs < end; inputs += 4, weights += row) {
    const next = append(list, weights, load<f32>(inputs));
    list = relu ? next : list + 8;
  }
  return list;
}

/** A fully connected layer's sums, in `blocks` of 32: bias + the sum of input · row over a list. */
function forwardLinear(list: usize, end: usize, bias: usize, out: usize, blocks: usize): void {
  for (let shift: usize = 0; shift < blocks << 7; shift += 128) {
    addRows(list, end, shift, bias + shift, out + shift);
  }
}

/** Everything from the sample's bytes to `LOGITS`; keeps what the way back needs. */
export function forwardSample(sample: i32, scratch: usize): void {
  const bytes = imageOf(sample, scratch);
  const s4 = S4 + <usize>sample * S4_ROW;
  const c5 = C5 + <usize>sample * FC_ROW;
  const f6 = F6 + <usize>sample * FC_ROW;
  normalizeImage(bytes, scratch);
  forwardC1(bytes, scratch);
  forwardC3(s4, scratch);

  const s4List = scratch + S4_LIST;
  s4ListEnd = listInputs(s4, 400, C5_WEIGHT, WIDE_ROW, s4List);
  forwardLinear(s4List, s4ListEnd, C5_BIAS, c5, 4);
  activateRow(c5, 120);

  const c5List = scratch + C5_LIST;
  c5ListEnd = listInputs(c5, 120, F6_WEIGHT, WIDE_ROW, c5List);
  forwardLinear(c5List, c5ListEnd, F6_BIAS, f6, 3);
  activateRow(f6, 84);

  const f6List = scratch + F6_LIST;
  f6ListEnd = listInputs(f6, 84, OUTPUT_WEIGHT, NARROW_ROW, f6List);
  forwardLinear(f6List, f6ListEnd, OUTPUT_BIAS, scratch + LOGITS, 1);
}
