import {
  IN_CHANNELS,
  IN_HEIGHT,
  IN_WIDTH,
  INPUT,
  INPUT_GRAD,
  OUT_COUNT,
  OUTPUT,
  OUTPUT_GRAD,
  WINDOW_BYTES,
  WINDOWS,
  WINNERS,
} from '../../general/fields';
import { placeAt, samples, strideAt, word } from './shard';
import { clear, storeLanes } from './vectors';

/*
 * Pooling: a table says for each window where its taps are, so that strides, borders, dilation and
 * ceil mode are nothing to these loops.
 */

/** From a window's start in the table to its factor and to its first tap. */
const FACTOR: usize = 4;
const FIRST_TAP: usize = 8;

/** The largest number of each window, the first of equals; a number that is none wins, as in PyTorch. */
export function poolMax(at: usize): void {
  let input = placeAt(at, INPUT);
  let out = placeAt(at, OUTPUT);
  let winners = placeAt(at, WINNERS);
  for (let sample: usize = 0; sample < samples; sample++) {
    maxOfWindows(at, input, out, winners);
    input += strideAt(at, INPUT);
    out += strideAt(at, OUTPUT);
    winners += strideAt(at, WINNERS);
  }
}

function maxOfWindows(at: usize, input: usize, out: usize, winners: usize): void {
  const channels = <i32>word(at, IN_CHANNELS);
  const bytes = word(at, WINDOW_BYTES);
  let window = word(at, WINDOWS);
  for (const end = window + word(at, OUT_COUNT) * bytes; window < end; window += bytes) {
    const tapsEnd = window + FIRST_TAP + (load<usize>(window) << 2);
    for (let left = channels, x = input; left > 0; left -= 4, x += 16) {
      let winner = load<usize>(window + FIRST_TAP);
      let best = v128.load(x + winner);
      let from = i32x4.splat(<i32>winner);
      for (let tap = window + FIRST_TAP + 4; tap < tapsEnd; tap += 4) {
        winner = load<usize>(tap);
        const value = v128.load(x + winner);
        const isBetter = v128.or(f32x4.gt(value, best), f32x4.ne(value, value));
        best = v128.bitselect(value, best, isBetter);
        from = v128.bitselect(i32x4.splat(<i32>winner), from, isBetter);
      }
      storeLanes(out, best, left);
      storeLanes(winners, from, left);
      const step = (<usize>min(left, 4)) << 2;
      out += step;
      winners += step;
    }
  }
}

/** Writes the gradient of the input: each window's goes to its winner. */
export function poolMaxGrad(at: usize): void {
  let grads = placeAt(at, OUTPUT_GRAD);
  let inputGrad = placeAt(at, INPUT_GRAD);
  let winners = placeAt(at, WINNERS);
  const channels = word(at, IN_CHANNELS) << 2;
  const pictureBytes = word(at, IN_HEIGHT) * word(at, IN_WIDTH) * channels;
  const bytes = word(at, OUT_COUNT) * channels;
  for (let sample: usize = 0; sample < samples; sample++) {
    clear(inputGrad, pictureBytes);
    for (let window: usize = 0; window < bytes; window += channels) {
      for (let c: usize = 0; c < channels; c += 4) {
        const to = inputGrad + load<usize>(winners + window + c) + c;
        store<f32>(to, load<f32>(to) + load<f32>(grads + window + c));
      }
    }
    grads += strideAt(at, OUTPUT_GRAD);
    inputGrad += strideAt(at, INPUT_GRAD);
    winners += strideAt(at, WINNERS);
  }
}

/** The sum of each window, times its factor. */
export function poolMean(at: usize): void {
  let input = placeAt(at, INPUT);
  let out = placeAt(at, OUTPUT);
  for (let sample: usize = 0; sample < samples; sample++) {
    sumsOfWindows(at, input, out);
    input += strideAt(at, INPUT);
    out += strideAt(at, OUTPUT);
  }
}

function sumsOfWindows(at: usize, input: usize, out: usize): void {
  const channels = <i32>word(at, IN_CHANNELS);
  const bytes = word(at, WINDOW_BYTES);
  let window = word(at, WINDOWS);
  for (const end = window + word(at, OUT_COUNT) * bytes; window < end; window += bytes) {
    const tapsEnd = window + FIRST_TAP + (load<usize>(window) << 2);
    const factor = v128.load32_splat(window + FACTOR);
    for (let left = channels, x = input; left > 0; left -= 4, x += 16) {
      let sum = f32x4.splat(0);
      for (let tap = window + FIRST_TAP; tap < tapsEnd; tap += 4) {
        sum = f32x4.add(sum, v128.load(x + load<usize>(tap)));
      }
      storeLanes(out, f32x4.mul(sum, factor), left);
      out += (<usize>min(left, 4)) << 2;
    }
  }
}

/** Writes the gradient of the input: each tap of a window gets the window's, times its factor. */
export function poolMeanGrad(at: usize): void {
  let grads = placeAt(at, OUTPUT_GRAD);
  let inputGrad = placeAt(at, INPUT_GRAD);
  const floats = word(at, IN_HEIGHT) * word(at, IN_WIDTH) * word(at, IN_CHANNELS);
  for (let sample: usize = 0; sample < samples; sample++) {
    clear(inputGrad, floats << 2);
    spreadOverWindows(at, grads, inputGrad);
    grads += strideAt(at, OUTPUT_GRAD);
    inputGrad += strideAt(at, INPUT_GRAD);
  }
}

function spreadOverWindows(at: usize, grads: usize, inputGrad: usize): void {
  const channels = <i32>word(at, IN_CHANNELS);
  const bytes = word(at, WINDOW_BYTES);
  let window = word(at, WINDOWS);
  for (const end = window + word(at, OUT_COUNT) * bytes; window < end; window += bytes) {
    const tapsEnd = window + FIRST_TAP + (load<usize>(window) << 2);
    const factor = v128.load32_splat(window + FACTOR);
    for (let left = channels, x = inputGrad; left > 0; left -= 4, x += 16) {
      const share = f32x4.mul(v128.load(grads), factor);
      for (let tap = window + FIRST_TAP; tap < tapsEnd; tap += 4) {
        const to = x + load<usize>(tap);
        storeLanes(to, f32x4.add(v128.load(to), share), left);
      }
      grads += (<usize>min(left, 4)) << 2;
    }
  }
}
