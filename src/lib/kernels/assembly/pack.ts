import { computeBlankWindows } from './blank';
import {
  C1_BIAS,
  C1_TAPS,
  C1_TAPS_BIAS,
  C1_WEIGHT,
  C3_FRAMED,
  C3_HALF_POINTS,
  C3_POINTS,
  C3_TAPS,
  C3_WEIGHT,
  FRAMED_KERNEL,
  FRAMED_ROW,
} from './memory';
import { transformTaps } from './winograd';

/*
 * The convolutions' weights are kept in PyTorch's order and copied, after each update, into the
 * orders in which the loops read them. Once a batch, some five thousand floats.
 */

function packC1(): void {
  for (let channel: usize = 0; channel < 6; channel++) {
    const weight = C1_WEIGHT + channel * 100;
    for (let tap: usize = 0; tap < 25; tap++) {
      store<f32>(C1_TAPS + tap * 32 + channel * 4, load<f32>(weight + tap * 4));
    }
    store<f32>(C1_TAPS_BIAS + channel * 4, load<f32>(C1_BIAS + channel * 4));
  }
}

function packC3(): void {
  let weight = C3_WEIGHT;
  for (let out: usize = 0; out < 16; out++) {
    for (let input: usize = 0; input < 6; input++) {
      for (let row: usize = 0; row < 5; row++) {
        for (let column: usize = 0; column < 5; column++, weight += 4) {
          const value = load<f32>(weight);
          const tap = (row * 5 + column) * 6 + input;
          store<f32>(C3_TAPS + tap * 64 + out * 4, value);
          const framed = (row + 1) * FRAMED_ROW + ((column + 1) * 6 + input) * 4;
          store<f32>(C3_FRAMED + out * FRAMED_KERNEL + framed, value);
        }
      }
    }
  }
}

/** C3's taps at the 36 points: first down the columns, then along the rows. */
function transformC3(): void {
  const step: usize = 6 * 64;
  for (let at: usize = 0; at < step; at += 16) {
    for (let column: usize = 0; column < 5; column++) {
      const from = C3_TAPS + column * step + at;
      transformTaps(from, 5 * step, C3_HALF_POINTS + column * step + at, 5 * step);
    }
    for (let point: usize = 0; point < 6; point++) {
      const from = C3_HALF_POINTS + point * 5 * step + at;
      transformTaps(from, step, C3_POINTS + point * 6 * step + at, step);
    }
  }
}

/** Brings all copies of the convolutions' weights up to date. */
export function packConvolutions(): void {
  packC1();
  packC3();
  transformC3();
  computeBlankWindows();
}
