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

/** Bytes of one number a map, in whole vectors. */
function mapBytes(at: usize): usize {
  return ((word(at, OUT_CHANNELS) << 2) + 15) & ~15;
}

/** Where a shard's pair of arrays stands. */
function pairOf(at: usize, field: usize, shard: usize): usize {
  return word(at, field) + shard * 2 * mapBytes(at);
}

/** How many numbers a map has in so many samples. */
function numbersIn(at: usize, count: usize): f32 {
  return <f32>(count * word(at, OUT_COUNT));
}

/** Leaves the shard's mean of each map, and the sum of the squared distances from it. */
export function gatherStatistics(at: usize): void {
  const row = word(at, OUT_CHANNELS) << 2;
  const pair = pairOf(at, SHARD_STATISTICS, firstSample / SHARD);
  const count = f32x4.splat(numbersIn(at, samples));
  const bytes = word(at, OUT_COUNT) * row;
  const stride = strideAt(at, INPUT);
  const input = placeAt(at, INPUT);
  for (let c: usize = 0; c < row; c += 16) {
    let sum = f32x4.splat(0);
    for (let s: usize = 0; s < samples; s++) {
      let x = input + s * stride + c;
      for (const end = x + bytes; x < end; x += row) sum = f32x4.add(sum, v128.load(x));
    }
    const mean = f32x4.div(sum, count);
    let squares = f32x4.splat(0);
    for (let s: usize = 0; s < samples; s++) {
      let x = input + s * stride + c;
      for (const end = x + bytes; x < end; x += row) {
        const distance = f32x4.sub(v128.load(x), mean);
        squares = f32x4.add(squares, f32x4.mul(distance, distance));
      }
    }
    v128.store(pair + c, mean);
    v128.store(pair + mapBytes(at) + c, squares);
  }
}

/** Samples of a shard by its number. */
function samplesIn(shard: usize): usize {
  return min<usize>(SHARD, <usize>sampleCount() - shard * SHARD);
}

/**
 * Writes the batch's mean and the sum of squared distances from it to the two arrays at `to`:
 * Σ (squares of a shard + its count · (its mean − mean)²).
 */
function gatherBatch(at: usize, to: usize): void {
  const row = word(at, OUT_CHANNELS) << 2;
  const bytes = mapBytes(at);
  const count = f32x4.splat(numbersIn(at, sampleCount()));
  for (let c: usize = 0; c < row; c += 16) {
    let sum = f32x4.splat(0);
    for (let shard: usize = 0; shard < shardCount(); shard++) {
      const numbers = f32x4.splat(numbersIn(at, samplesIn(shard)));
      const mean = v128.load(pairOf(at, SHARD_STATISTICS, shard) + c);
      sum = f32x4.add(sum, f32x4.mul(numbers, mean));
    }
    const mean = f32x4.div(sum, count);
    let squares = f32x4.splat(0);
    for (let shard: usize = 0; shard < shardCount(); shard++) {
      const numbers = f32x4.splat(numbersIn(at, samplesIn(shard)));
      const pair = pairOf(at, SHARD_STATISTICS, shard) + c;
      const distance = f32x4.sub(v128.load(pair), mean);
      const moved = f32x4.mul(numbers, f32x4.mul(distance, distance));
      squares = f32x4.add(squares, f32x4.add(v128.load(pair + bytes), moved));
    }
    v128.store(to + c, mean);
    v128.store(to + bytes + c, squares);
  }
}

/** Writes mean and 1 / √(variance + ε) of each map: the batch's in training, else the running ones. */
function prepare(at: usize, to: usize): void {
  const bytes = mapBytes(at);
  const epsilon = v128.load32_splat(at + EPSILON);
  const one = f32x4.splat(1);
  const isTrain = isTraining();
  if (isTrain) gatherBatch(at, to);
  const count = f32x4.splat(isTrain ? numbersIn(at, sampleCount()) : 1);
  for (let c: usize = 0; c < bytes; c += 16) {
    if (!isTrain) v128.store(to + c, v128.load(word(at, RUNNING_MEAN) + c));
    const squares = v128.load(isTrain ? to + bytes + c : word(at, RUNNING_VARIANCE) + c);
    const variance = f32x4.add(f32x4.div(squares, count), epsilon);
    v128.store(to + bytes + c, f32x4.div(one, f32x4.sqrt(variance)));
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
  for (let c: usize = 0; c < row; c += 16) {
    let sum = f32x4.splat(0);
    let products = f32x4.splat(0);
    for (let s: usize = 0; s < samples; s++) {
      let y = output + s * strideAt(at, OUTPUT) + c;
      let g = grads + s * strideAt(at, OUTPUT_GRAD) + c;
      for (const end = y + bytes; y < end; y += row, g += row) {
        sum = f32x4.add(sum, v128.load(g));
        products = f32x4.add(products, f32x4.mul(v128.load(g), v128.load(y)));
      }
    }
    v128.store(pair + c, sum);
    v128.store(pair + mapBytes(at) + c, products);
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
  const count = f32x4.splat(numbersIn(at, sampleCount()));
  prepare(at, statistics);
  const output = placeAt(at, OUTPUT);
  const grads = placeAt(at, OUTPUT_GRAD);
  const to = placeAt(at, INPUT_GRAD);
  for (let c: usize = 0; c < row; c += 16) {
    let sum = f32x4.splat(0);
    let products = f32x4.splat(0);
    for (let shard: usize = 0; shard < shardCount(); shard++) {
      const pair = pairOf(at, SHARD_SLOPES, shard) + c;
      sum = f32x4.add(sum, v128.load(pair));
      products = f32x4.add(products, v128.load(pair + mapBytes(at)));
    }
    const mean = f32x4.div(sum, count);
    const meanProduct = f32x4.div(products, count);
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
  const bytes = mapBytes(at);
  const statistics = scratch + head(STATISTICS);
  const part = v128.load32_splat(at + MOMENTUM);
  const fewer = f32x4.splat(numbersIn(at, sampleCount()) - 1);
  gatherBatch(at, statistics);
  for (let c: usize = 0; c < bytes; c += 16) {
    const variance = f32x4.div(v128.load(statistics + bytes + c), fewer);
    move(word(at, RUNNING_MEAN) + c, v128.load(statistics + c), part);
    move(word(at, RUNNING_VARIANCE) + c, variance, part);
  }
}

function move(at: usize, target: v128, part: v128): void {
  const from = v128.load(at);
  v128.store(at, f32x4.add(from, f32x4.mul(part, f32x4.sub(target, from))));
}
