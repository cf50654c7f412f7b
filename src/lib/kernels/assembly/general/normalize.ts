import {
  EPSILON,
  INPUT,
  INPUT_GRAD,
  MOMENTUM,
  OUT_CHANNELS,
  OUT_COUNT,
  OUTPUT,
  OUTPUT_GRAD,
  RUNNING_MEAN,
  RUNNING_VARIANCE,
  SHARD,
  SHARD_SLOPES,
  SHARD_STATISTICS,
  STATISTICS,
} from '../../general/fields';
import { isTraining, sampleCount } from '../job';
import { firstSample, head, placeAt, samples, scratch, shardCount, strideAt, word } from './shard';
import { storeLanes } from './vectors';

/*
 * Batch normalisation without its scale. Each shard leaves what it knows of its samples; whoever needs
 * the whole batch's puts the shards' together, in their order. Two arrays of whole vectors stand after
 * each other, one number a map in each.
 */

/** Bytes of one float32 a map, in whole vectors. */
function mapBytes(at: usize): usize {
  return ((word(at, OUT_CHANNELS) << 2) + 15) & ~15;
}

/** Where a shard's pair of arrays stands: float64, for rounding grows from layer to layer. */
function pairOf(at: usize, field: usize, shard: usize): usize {
  return word(at, field) + shard * 4 * mapBytes(at);
}

/** How many numbers a map has in so many samples. */
function numbersIn(at: usize, count: usize): f64 {
  return <f64>(count * word(at, OUT_COUNT));
}

/** Two lanes of float32 as float64. */
function wide(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

/** Leaves the shard's mean of each map, and the sum of the squared distances from it. */
export function gatherStatistics(at: usize): void {
  const row = word(at, OUT_CHANNELS) << 2;
  const pair = pairOf(at, SHARD_STATISTICS, firstSample / SHARD);
  const count = f64x2.splat(numbersIn(at, samples));
  const bytes = word(at, OUT_COUNT) * row;
  const stride = strideAt(at, INPUT);
  const input = placeAt(at, INPUT);
  for (let c: usize = 0; c < row; c += 8) {
    let sum = f64x2.splat(0);
    for (let s: usize = 0; s < samples; s++) {
      let x = input + s * stride + c;
      for (const end = x + bytes; x < end; x += row) sum = f64x2.add(sum, wide(x));
    }
    const mean = f64x2.div(sum, count);
    let squares = f64x2.splat(0);
    for (let s: usize = 0; s < samples; s++) {
      let x = input + s * stride + c;
      for (const end = x + bytes; x < end; x += row) {
        const distance = f64x2.sub(wide(x), mean);
        squares = f64x2.add(squares, f64x2.mul(distance, distance));
      }
    }
    v128.store(pair + 2 * c, mean);
    v128.store(pair + 2 * (mapBytes(at) + c), squares);
  }
}

/** Samples of a shard by its number. */
function samplesIn(shard: usize): usize {
  return min<usize>(SHARD, <usize>sampleCount() - shard * SHARD);
}

/**
 * The batch's mean and sum of squared distances from it, of the two maps from `c` bytes on:
 * Σ (squares of a shard + its count · (its mean − mean)²).
 */
let batchMean: v128 = f64x2.splat(0);
let batchSquares: v128 = f64x2.splat(0);

function gatherBatch(at: usize, c: usize): void {
  const bytes = mapBytes(at);
  let sum = f64x2.splat(0);
  for (let shard: usize = 0; shard < shardCount(); shard++) {
    const numbers = f64x2.splat(numbersIn(at, samplesIn(shard)));
    const mean = v128.load(pairOf(at, SHARD_STATISTICS, shard) + 2 * c);
    sum = f64x2.add(sum, f64x2.mul(numbers, mean));
  }
  const mean = f64x2.div(sum, f64x2.splat(numbersIn(at, sampleCount())));
  let squares = f64x2.splat(0);
  for (let shard: usize = 0; shard < shardCount(); shard++) {
    const numbers = f64x2.splat(numbersIn(at, samplesIn(shard)));
    const pair = pairOf(at, SHARD_STATISTICS, shard) + 2 * c;
    const distance = f64x2.sub(v128.load(pair), mean);
    const moved = f64x2.mul(numbers, f64x2.mul(distance, distance));
    squares = f64x2.add(squares, f64x2.add(v128.load(pair + 2 * bytes), moved));
  }
  batchMean = mean;
  batchSquares = squares;
}

/** Two lanes of float64, rounded to float32. */
function storeNarrow(at: usize, lanes: v128): void {
  v128.store64_lane(at, f32x4.demote_f64x2_zero(lanes), 0);
}

/** Writes mean and 1 / √(variance + ε) of each map: the batch's in training, else the running ones. */
function prepare(at: usize, to: usize): void {
  const bytes = mapBytes(at);
  const epsilon = f64x2.splat(<f64>load<f32>(at + EPSILON));
  const one = f64x2.splat(1);
  const count = f64x2.splat(numbersIn(at, sampleCount()));
  for (let c: usize = 0; c < bytes; c += 8) {
    if (isTraining()) gatherBatch(at, c);
    const mean = isTraining() ? batchMean : wide(word(at, RUNNING_MEAN) + c);
    const variance = isTraining()
      ? f64x2.div(batchSquares, count)
      : wide(word(at, RUNNING_VARIANCE) + c);
    storeNarrow(to + c, mean);
    const root = f64x2.sqrt(f64x2.add(variance, epsilon));
    storeNarrow(to + bytes + c, f64x2.div(one, root));
  }
}

/** Every number less its map's mean, over the root of its map's variance. */
export function normalize(at: usize): void {
  const channels = <i32>word(at, OUT_CHANNELS);
  const bytes = (word(at, OUT_COUNT) * channels) << 2;
  const statistics = scratch + head(STATISTICS);
  prepare(at, statistics);
  let input = placeAt(at, INPUT);
  let output = placeAt(at, OUTPUT);
  for (let s: usize = 0; s < samples; s++) {
    let from = input;
    let to = output;
    for (const end = output + bytes; to < end;) {
      let mean = statistics;
      for (let left = channels; left > 0; left -= 4, mean += 16) {
        const inverse = v128.load(mean + mapBytes(at));
        const distance = f32x4.sub(v128.load(from), v128.load(mean));
        storeLanes(to, f32x4.mul(distance, inverse), left);
        const step = (<usize>min(left, 4)) << 2;
        from += step;
        to += step;
      }
    }
    input += strideAt(at, INPUT);
    output += strideAt(at, OUTPUT);
  }
}

/** Leaves the shard's sum of each map's gradients, and that of gradients times outputs. */
export function gatherSlopes(at: usize): void {
  const row = word(at, OUT_CHANNELS) << 2;
  const pair = pairOf(at, SHARD_SLOPES, firstSample / SHARD);
  const bytes = word(at, OUT_COUNT) * row;
  const output = placeAt(at, OUTPUT);
  const grads = placeAt(at, OUTPUT_GRAD);
  for (let c: usize = 0; c < row; c += 8) {
    let sum = f64x2.splat(0);
    let products = f64x2.splat(0);
    for (let s: usize = 0; s < samples; s++) {
      let y = output + s * strideAt(at, OUTPUT) + c;
      let g = grads + s * strideAt(at, OUTPUT_GRAD) + c;
      for (const end = y + bytes; y < end; y += row, g += row) {
        const grad = wide(g);
        sum = f64x2.add(sum, grad);
        products = f64x2.add(products, f64x2.mul(grad, wide(y)));
      }
    }
    v128.store(pair + 2 * c, sum);
    v128.store(pair + 2 * (mapBytes(at) + c), products);
  }
}

/** Writes the batch's mean of each map's gradients, and that of gradients times outputs. */
function gatherMeanSlopes(at: usize, to: usize): void {
  const bytes = mapBytes(at);
  const count = f64x2.splat(numbersIn(at, sampleCount()));
  for (let c: usize = 0; c < bytes; c += 8) {
    let sum = f64x2.splat(0);
    let products = f64x2.splat(0);
    for (let shard: usize = 0; shard < shardCount(); shard++) {
      const pair = pairOf(at, SHARD_SLOPES, shard) + 2 * c;
      sum = f64x2.add(sum, v128.load(pair));
      products = f64x2.add(products, v128.load(pair + 2 * bytes));
    }
    storeNarrow(to + c, f64x2.div(sum, count));
    storeNarrow(to + bytes + c, f64x2.div(products, count));
  }
}

/**
 * Writes the gradient of the input, which moves the mean and the variance too: the output's gradient
 * less the batch's mean of it, and less the output times the mean of gradient times output, all over
 * the root of the variance.
 */
export function normalizeGrad(at: usize): void {
  const row = word(at, OUT_CHANNELS) << 2;
  const bytes = word(at, OUT_COUNT) * row;
  const statistics = scratch + head(STATISTICS);
  const slopes = statistics + 2 * mapBytes(at);
  prepare(at, statistics);
  gatherMeanSlopes(at, slopes);
  const output = placeAt(at, OUTPUT);
  const grads = placeAt(at, OUTPUT_GRAD);
  const to = placeAt(at, INPUT_GRAD);
  for (let c: usize = 0; c < row; c += 16) {
    const mean = v128.load(slopes + c);
    const meanProduct = v128.load(slopes + mapBytes(at) + c);
    const inverse = v128.load(statistics + mapBytes(at) + c);
    const left = <i32>((row - c) >> 2);
    for (let s: usize = 0; s < samples; s++) {
      for (let x = c; x < bytes; x += row) {
        const y = v128.load(output + s * strideAt(at, OUTPUT) + x);
        const grad = v128.load(grads + s * strideAt(at, OUTPUT_GRAD) + x);
        const own = f32x4.sub(f32x4.sub(grad, mean), f32x4.mul(y, meanProduct));
        storeLanes(to + s * strideAt(at, INPUT_GRAD) + x, f32x4.mul(own, inverse), left);
      }
    }
  }
}

/** Moves the running statistics towards the batch's; its variance is that over one number less. */
export function updateStatistics(at: usize): void {
  const part = f64x2.splat(<f64>load<f32>(at + MOMENTUM));
  const fewer = f64x2.splat(numbersIn(at, sampleCount()) - 1);
  for (let c: usize = 0; c < mapBytes(at); c += 8) {
    gatherBatch(at, c);
    move(word(at, RUNNING_MEAN) + c, batchMean, part);
    move(word(at, RUNNING_VARIANCE) + c, f64x2.div(batchSquares, fewer), part);
  }
}

function move(at: usize, target: v128, part: v128): void {
  const from = wide(at);
  storeNarrow(at, f64x2.add(from, f64x2.mul(part, f64x2.sub(target, from))));
}
