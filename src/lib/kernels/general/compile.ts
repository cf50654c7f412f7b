import type { MeasuredLayer } from '$lib/arithmetic';
import { jOf, type Loss, type Network } from '$lib/network';
import { floatWord } from './arena';
import { measureDistances } from './distances';
import { coversAll } from './parameters';
import { activate, drop, normalize, pool, scale } from './elements';
import * as f from './fields';
import { waysInside } from './problem';
import { connect, convolve, convolveByTable } from './products';
import { wholeWindow, windowTable } from './tables';
import { shapeWords, type Description, type Entry, type Tensor, type Writer } from './writer';

const side = 28;

const losses = {
  crossEntropy: f.MEASURE_LOSS,
  mse: f.MEASURE_MSE,
  map: f.MEASURE_MAP,
} as const satisfies Record<Loss, number>;

/** Has the writer take down a whole network, whose layers fit. */
export function compile(writer: Writer, network: Network, layers: readonly MeasuredLayer[]): void {
  const { input, loss } = network;
  const picture = writer.tensor(input, false);
  picture.isRead = true;
  const [, height, width] = input;
  const [top, left] = [height, width].map((size) => Math.floor((size - side) / 2));
  const at = [f.PICTURE_AT, 4 * (top * width + left)] as const;
  writer.goes(f.DRAW_IMAGE, writer.describe(picture, picture, at));
  const scores = chain(writer, layers, picture);
  const rubbish = [f.RUBBISH, floatWord(jOf(network))] as const;
  writer.goes(losses[loss], writer.describe(scores, scores, rubbish));
}

/** One layer after the other; returns what the last one makes. */
function chain(writer: Writer, layers: readonly MeasuredLayer[], input: Tensor): Tensor {
  let tensor = input;
  for (let i = 0; i < layers.length; i++) {
    const { name, layer } = layers[i];
    const next = layers[i + 1];
    // All of them rise: the winner is the same before and after, and after it there are fewer to compute.
    if (layer.kind === 'activation' && next?.layer.kind === 'maxPool') {
      tensor = activate(writer, name, layer, compileLayer(writer, next, tensor));
      i++;
    } else tensor = compileLayer(writer, layers[i], tensor);
  }
  return tensor;
}

function compileLayer(writer: Writer, measured: MeasuredLayer, input: Tensor): Tensor {
  const { name, layer } = measured;
  const { output } = measured.measure;
  switch (layer.kind) {
    case 'conv':
      return coversAll(measured)
        ? connect(writer, measured, layer, input)
        : convolve(writer, measured, layer, input);
    case 'sparse':
      return convolveByTable(writer, measured, layer, input);
    case 'rbf':
      return measureDistances(writer, layer, input);
    case 'linear':
      return connect(writer, measured, layer, input);
    case 'maxPool':
    case 'averagePool': {
      const table = windowTable(layer, measured.input, output);
      return pool(writer, table, layer.kind === 'maxPool', input, output);
    }
    case 'globalAveragePool':
      return pool(writer, wholeWindow(measured.input), false, input, output);
    case 'subsample': {
      const table = windowTable(layer, measured.input, output);
      return scale(writer, name, pool(writer, table, false, input, output));
    }
    case 'activation':
      return activate(writer, name, layer, input);
    case 'batchNorm':
      return scale(writer, name, normalize(writer, name, input));
    case 'dropout':
      return drop(writer, layer.p, input);
    case 'residual':
      return residual(writer, measured, input);
    default:
      throw new Error(`compile: no kernels for ${layer.kind}`);
  }
}

/** What its body makes of the input, added to the input or to what the shortcut makes of it. */
function residual(writer: Writer, measured: MeasuredLayer, input: Tensor): Tensor {
  const [body, shortcut] = waysInside(measured);
  input.isRead = true;
  // Each way has the same numbers and a gradient of its own.
  const fork = (): Tensor => ({ ...input, grad: input.grad && writer.buffer(input.shape) });
  const [one, other] = [fork(), fork()];
  if (one.grad && other.grad && input.grad) {
    const buffers = [
      [f.INPUT, one.grad],
      [f.OTHER, other.grad],
      [f.OUTPUT, input.grad],
    ] as const;
    writer.returns({
      operation: f.ADD,
      on: { buffers, numbers: shapeWords(input.shape, input.shape) },
    });
  }
  const made = chain(writer, body, one);
  const kept = chain(writer, shortcut, other);
  const sum = writer.tensor(made.shape, made.grad !== undefined || kept.grad !== undefined);
  const { buffers, numbers } = writer.describe(made, sum);
  writer.goes(f.ADD, { buffers: [...buffers, [f.OTHER, kept.values]], numbers });
  writer.returns(...[made, kept].flatMap((way) => copyGrad(sum, way)));
  return sum;
}

/** A sum's gradient is that of both summands: a copy, for what follows may write over it. */
function copyGrad({ shape, grad }: Tensor, way: Tensor): Entry[] {
  if (!grad || !way.grad) return [];
  const buffers: Description['buffers'] = [
    [f.INPUT, grad],
    [f.OUTPUT, way.grad],
  ];
  return [{ operation: f.COPY, on: { buffers, numbers: shapeWords(shape, shape) } }];
}
