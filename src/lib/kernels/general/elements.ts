import { slopeOf, type Activation } from '$lib/network';
import type { Shape } from '$lib/network';
import { floatWord } from './arena';
import * as f from './fields';
import type { WindowTable } from './tables';
import { shapeWords, type Tensor, type Writer } from './writer';

/* The layers that are not sums of products with weights of their own for each pair. */

/** The nonlinearities that there are kernels for, and the numbers of those that have some. */
const functions: Partial<Record<Activation['name'], number>> = {
  ReLU: f.RELU,
  LeakyReLU: f.LEAKY_RELU,
  Sigmoid: f.SIGMOID,
  Tanh: f.TANH,
  ScaledTanh: f.TANH,
};

/** A and S of A · tanh(S · x), the paper's among them; what is below zero has the slope S in a leaky ReLU. */
function numbersOf(layer: Activation): { amplitude: number; slope: number } {
  if (layer.name === 'ScaledTanh') return { amplitude: 1.7159, slope: 2 / 3 };
  return { amplitude: 1, slope: layer.name === 'LeakyReLU' ? slopeOf(layer) : 1 };
}

/** Whether there are kernels for a nonlinearity. */
export const isKnown = (layer: Activation): boolean =>
  layer.name in functions && slopeOf(layer) >= 0;

/** In place where nobody reads the sums any more; the way back reads its output alone. */
export function activate(writer: Writer, name: string, layer: Activation, input: Tensor): Tensor {
  const output = input.isRead ? writer.tensor(input.shape, input.grad !== undefined) : input;
  const { amplitude, slope } = numbersOf(layer);
  const on = writer.describe(
    input,
    output,
    [f.FUNCTION, functions[layer.name] ?? f.RELU],
    [f.AMPLITUDE, floatWord(amplitude)],
    [f.SLOPE, floatWord(slope)],
  );
  writer.goes(f.ACTIVATE, on);
  if (input.grad) writer.returns({ operation: f.ACTIVATE_GRAD, on });
  output.isRead = true;
  measurePeaks(writer, name.replace(/\.activation$/, ''), output);
  return output;
}

function measurePeaks(writer: Writer, layer: string, { shape, values }: Tensor): void {
  const [units] = shape;
  const buffer = { floats: units, isKept: true };
  writer.peaks.push({ layer, units, buffer });
  const buffers = [[f.INPUT, values] as const, [f.OUTPUT, buffer] as const];
  const on = { buffers, numbers: shapeWords(shape, shape) };
  writer.evaluation.push({ operation: f.MEASURE_PEAKS, on });
}

/** The largest number of each window, or the sum of each times its factor. */
export function pool(
  writer: Writer,
  { words, windowBytes }: WindowTable,
  isMax: boolean,
  input: Tensor,
  shape: Shape,
): Tensor {
  const output = writer.tensor(shape, input.grad !== undefined);
  const { buffers, numbers } = writer.describe(
    input,
    output,
    [f.WINDOWS, writer.arena.table(words)],
    [f.WINDOW_BYTES, windowBytes],
  );
  const winners = [f.WINNERS, writer.buffer(shape)] as const;
  const on = { buffers: isMax ? [...buffers, winners] : buffers, numbers };
  writer.goes(isMax ? f.POOL_MAX : f.POOL_MEAN, on);
  if (input.grad) {
    writer.returns({ operation: isMax ? f.POOL_MAX_GRAD : f.POOL_MEAN_GRAD, on });
  }
  return output;
}

/** Each map times its weight, plus its bias. */
export function scale(writer: Writer, name: string, input: Tensor): Tensor {
  // The gradient of the input is written in any case: it is the least of the work.
  const source = input.grad ? input : { ...input, grad: writer.buffer(input.shape) };
  const output = writer.tensor(input.shape, true);
  const on = writer.describe(
    source,
    output,
    [f.WEIGHT, writer.addressOf(`${name}.weight`)],
    [f.BIAS, writer.addressOf(`${name}.bias`)],
  );
  input.isRead = true;
  writer.goes(f.SCALE, on);
  writer.returns({ operation: f.SCALE_GRAD, on });
  writer.share(name, on);
  return output;
}

/** PyTorch's two settings of batch normalisation. */
const [epsilon, momentum] = [1e-5, 0.1];

/** Each map by its mean and variance, in training those of the batch, which all workers put together. */
export function normalize(writer: Writer, name: string, input: Tensor): Tensor {
  const { arena } = writer;
  const output = writer.tensor(input.shape, input.grad !== undefined);
  // Two numbers a map, in float64, of each shard; four in float32 of a worker.
  const pairBytes = 16 * (input.shape[0] + 3);
  const pairs = (arena.capacity / f.SHARD) * pairBytes;
  const on = writer.describe(
    input,
    output,
    [f.SHARD_STATISTICS, arena.reserve(pairs)],
    [f.SHARD_SLOPES, arena.reserve(pairs)],
    [f.RUNNING_MEAN, writer.addressOf(`${name}.runningMean`)],
    [f.RUNNING_VARIANCE, writer.addressOf(`${name}.runningVar`)],
    [f.EPSILON, floatWord(epsilon)],
    [f.MOMENTUM, floatWord(momentum)],
  );
  writer.statisticsBytes = Math.max(writer.statisticsBytes, pairBytes);
  input.isRead = true;
  output.isRead = true;
  writer.trains({ operation: f.GATHER_STATISTICS, on }, 'meet');
  writer.goes(f.NORMALIZE, on);
  if (input.grad) {
    const [gather, apply] = [f.GATHER_SLOPES, f.NORMALIZE_GRAD];
    writer.returns({ operation: gather, on }, 'meet', { operation: apply, on });
  }
  writer.tasks.push({ operation: f.UPDATE_STATISTICS, on, first: 0, last: 0 });
  return output;
}

/** Dropout: nothing but a copy in evaluation. */
export function drop(writer: Writer, p: number, input: Tensor): Tensor {
  const output = writer.tensor(input.shape, input.grad !== undefined);
  const on = writer.describe(
    input,
    output,
    [f.DROP_BELOW, Math.min(2 ** 32 - 1, Math.round(p * 2 ** 32)) | 0],
    [f.KEPT_FACTOR, floatWord(1 / (1 - p))],
    [f.DROP_LAYER, writer.dropouts++],
  );
  writer.trains({ operation: f.DROP, on });
  writer.evaluation.push({ operation: f.COPY, on });
  if (input.grad) writer.returns({ operation: f.DROP_GRAD, on });
  return output;
}
