import { computeBlankWindow } from './blank';
import {
  C1_BIAS,
  C1_TAPS,
  C1_TAPS_BIAS,
  C1_WEIGHT,
  C3_FRAMED,
  C3_MIXED_TAPS,
  C3_WEIGHT,
  FRAMED_KERNEL,
  FRAMED_ROW,
} from './memory';

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

/** The mixtures of a column of five taps that belong to the products of `c3-forward.ts`. */
function mixTaps(weight: usize, mixed: usize): void {
  const w0 = load<f32>(weight);
  const w1 = load<f32>(weight, 5 * 4);
  const w2 = load<f32>(weight, 10 * 4);
  const w3 = load<f32>(weight, 15 * 4);
  const w4 = load<f32>(weight, 20 * 4);
  const row: usize = 30 * 64;
  store<f32>(mixed, w0);
  store<f32>(mixed + row, w3);
  store<f32>(mixed + 2 * row, ((w0 + w2 + w1) * 0.5) as f32);
  store<f32>(mixed + 3 * row, w3 + w4);
  store<f32>(mixed + 4 * row, ((w0 + w2 - w1) * 0.5) as f32);
  store<f32>(mixed + 5 * row, w2);
  store<f32>(mixed + 6 * row, w4);
}

function packC3(): void {
  for (let out: usize = 0; out < 16; out++) {
    for (let input: usize = 0; input < 6; input++) {
      const kernel = C3_WEIGHT + (out * 6 + input) * 25 * 4;
      const framed = C3_FRAMED + out * FRAMED_KERNEL + FRAMED_ROW + input * 4;
      for (let column: usize = 0; column < 5; column++) {
        mixTaps(kernel + column * 4, C3_MIXED_TAPS + (column * 6 + input) * 64 + out * 4);
        for (let row: usize = 0; row < 5; row++) {
          const value = load<f32>(kernel + (row * 5 + column) * 4);
          store<f32>(framed + row * FRAMED_ROW + (column + 1) * 24, value);
        }
      }
    }
  }
}

/** Brings all copies of the convolutions' weights up to date. */
export function packConvolutions(): void {
  packC1();
  packC3();
  computeBlankWindow();
}
