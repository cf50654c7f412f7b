import {
  INPUT,
  LOSSES,
  OUT_CHANNELS,
  OUT_COUNT,
  OUTPUT,
  OUTPUT_GRAD,
  PREDICTED,
  RUBBISH,
  SAMPLES,
} from '../../general/fields';
import { batchSize, labelsAddress } from '../job';
import { firstSample, head, placeAt, samples, strideAt, word } from './shard';
import { storeLanes } from './vectors';

/**
 * Softmax and cross-entropy of the shard's samples: each loss, log(Σ exp z) − z[label], the class of
 * the largest score, the first of equals, and the gradient of the batch's mean loss with respect to
 * the scores, (softmax(z) − one-hot(label)) / batch size.
 */
export function measureLoss(at: usize): void {
  const classes = word(at, OUT_CHANNELS);
  let scores = placeAt(at, OUTPUT);
  let grads = placeAt(at, OUTPUT_GRAD);
  for (let s: usize = 0; s < samples; s++) {
    const sample = firstSample + s;
    const label = labelOf(sample);
    const best = largestOf(scores, classes);
    const largest = load<f32>(scores + (best << 2));
    let sum: f32 = 0;
    for (let x: usize = 0; x < classes << 2; x += 4) {
      const power = Mathf.exp(load<f32>(scores + x) - largest);
      sum += power;
      store<f32>(grads + x, power);
    }
    const own = load<f32>(scores + ((<usize>label) << 2));
    store<f32>(head(LOSSES) + (sample << 2), Mathf.log(sum) + (largest - own));
    store<u8>(head(PREDICTED) + sample, <u8>best);

    const size = <f32>batchSize();
    for (let i: usize = 0; i < classes; i++) {
      const target: f32 = i == <usize>label ? 1 : 0;
      const x = grads + (i << 2);
      store<f32>(x, (load<f32>(x) / sum - target) / size);
    }
    scores += strideAt(at, OUTPUT);
    grads += strideAt(at, OUTPUT_GRAD);
  }
}

/** What a sample of the job shows. */
function labelOf(sample: usize): u8 {
  return load<u8>(labelsAddress() + load<usize>(head(SAMPLES) + (sample << 2)));
}

/**
 * Equation 8 of the paper: each loss is the distance of the right class, the class that of the smallest
 * distance, the first of equals, and the gradient of the batch's mean loss 1 / batch size for that class.
 */
export function measureMse(at: usize): void {
  const classes = word(at, OUT_CHANNELS);
  let distances = placeAt(at, OUTPUT);
  let grads = placeAt(at, OUTPUT_GRAD);
  for (let s: usize = 0; s < samples; s++) {
    const sample = firstSample + s;
    const label = <usize>labelOf(sample);
    store<f32>(head(LOSSES) + (sample << 2), load<f32>(distances + (label << 2)));
    store<u8>(head(PREDICTED) + sample, <u8>smallestOf(distances, classes));
    for (let i: usize = 0; i < classes; i++) store<f32>(grads + (i << 2), 0);
    store<f32>(grads + (label << 2), <f32>1 / <f32>batchSize());
    distances += strideAt(at, OUTPUT);
    grads += strideAt(at, OUTPUT_GRAD);
  }
}

/**
 * Equation 9: y of the right class + log(exp(−j) + Σ exp(−y)), and the gradient of the batch's mean loss,
 * ([i right] − pᵢ) / batch size with pᵢ = exp(−yᵢ) over that sum. Exponents are taken from the largest,
 * for those of distances as they come are no normal numbers.
 */
export function measureMap(at: usize): void {
  const classes = word(at, OUT_CHANNELS);
  const rubbish = load<f32>(at + RUBBISH);
  let distances = placeAt(at, OUTPUT);
  let grads = placeAt(at, OUTPUT_GRAD);
  for (let s: usize = 0; s < samples; s++) {
    const sample = firstSample + s;
    const label = <usize>labelOf(sample);
    const best = smallestOf(distances, classes);
    const least = min(load<f32>(distances + (best << 2)), rubbish);
    let sum = Mathf.exp(least - rubbish);
    for (let x: usize = 0; x < classes << 2; x += 4) {
      const power = Mathf.exp(least - load<f32>(distances + x));
      sum += power;
      store<f32>(grads + x, power);
    }
    const own = load<f32>(distances + (label << 2));
    store<f32>(head(LOSSES) + (sample << 2), own - least + Mathf.log(sum));
    store<u8>(head(PREDICTED) + sample, <u8>best);

    const size = <f32>batchSize();
    for (let i: usize = 0; i < classes; i++) {
      const target: f32 = i == label ? 1 : 0;
      const x = grads + (i << 2);
      store<f32>(x, (target - load<f32>(x) / sum) / size);
    }
    distances += strideAt(at, OUTPUT);
    grads += strideAt(at, OUTPUT_GRAD);
  }
}

function smallestOf(distances: usize, classes: usize): usize {
  let best: usize = 0;
  for (let i: usize = 1; i < classes; i++) {
    if (load<f32>(distances + (i << 2)) < load<f32>(distances + (best << 2))) best = i;
  }
  return best;
}

function largestOf(scores: usize, classes: usize): usize {
  let best: usize = 0;
  for (let i: usize = 1; i < classes; i++) {
    if (load<f32>(scores + (i << 2)) > load<f32>(scores + (best << 2))) best = i;
  }
  return best;
}

/** The largest number of each map of the shard's samples; what is no number is passed over. */
export function measurePeaks(at: usize): void {
  const row = word(at, OUT_CHANNELS) << 2;
  const bytes = word(at, OUT_COUNT) * row;
  let input = placeAt(at, INPUT);
  let peaks = placeAt(at, OUTPUT);
  for (let s: usize = 0; s < samples; s++) {
    for (let c: usize = 0; c < row; c += 16) {
      let most = f32x4.splat(-Infinity);
      for (let x = c; x < bytes; x += row) {
        const value = v128.load(input + x);
        most = v128.bitselect(value, most, f32x4.gt(value, most));
      }
      storeLanes(peaks + c, most, <i32>((row - c) >> 2));
    }
    input += strideAt(at, INPUT);
    peaks += strideAt(at, OUTPUT);
  }
}
