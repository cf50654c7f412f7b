import type { MeasuredLayer } from '$lib/arithmetic';
import type { Convolution, FullyConnected, SparseConvolution } from '$lib/network';
import * as f from './fields';
import { blockedFloats, type ParameterPlace } from './parameters';
import { connectionTables, convolutionTables, turnedBytes, type RowTables } from './tables';
import { sizeOf, type Description, type Tensor, type Writer } from './writer';

/* The layers that are sums of products: convolutions and fully connected ones. */

/** Inputs of a fully connected layer to a task: whole blocks, enough to be worth a task. */
const inputsOfTask = 32;

/** The words of a layer's sums of products; reserves the turned copy of weights that the way back reads. */
function productWords(
  writer: Writer,
  name: string,
  tables: RowTables,
  groups: number,
  [input, output]: readonly [Tensor, Tensor],
): Description['numbers'] {
  const { arena } = writer;
  const [channels, outputs] = [input.shape[0] / groups, output.shape[0] / groups];
  const groupTurned = turnedBytes(tables.runs, outputs);
  return [
    [f.WEIGHT, writer.addressOf(`${name}.weight`)],
    [f.BIAS, writer.addressOf(`${name}.bias`)],
    [f.GROUPS, groups],
    [f.GROUP_CHANNELS, channels],
    [f.GROUP_OUTPUTS, outputs],
    [f.ROWS, arena.table(tables.rows)],
    [f.RUNS, arena.table(tables.runs)],
    [f.RUN_COUNT, tables.runs.length / 2],
    [f.TAPS, arena.table(tables.taps)],
    [f.TAP_COUNT, tables.tapCount],
    [f.WEIGHT_BYTES, 4 * blockedFloats(outputs, tables.tapCount)],
    [f.TURNED, input.grad ? arena.reserve(groups * groupTurned) : 0],
    [f.TURNED_BYTES, groupTurned],
  ];
}

/** A word for each float of a layer's weights: all bits where a weight stands, 0 where none does. */
function maskWords({ bytes, shape, floatAt }: ParameterPlace): number[] {
  const words = new Array<number>(bytes / 4).fill(0);
  const size = shape.reduce((product, axis) => product * axis, 1);
  for (let i = 0; i < size; i++) words[floatAt(i)] = -1;
  return words;
}

/**
 * A convolution by a table: as one of all pairs, in which the weights of those that are not in the table
 * are zero and have no gradient.
 */
export function convolveByTable(
  writer: Writer,
  measured: MeasuredLayer,
  { table, ...layer }: SparseConvolution,
  input: Tensor,
): Tensor {
  const mask = writer.arena.table(maskWords(writer.placeOf(`${measured.name}.weight`)));
  const ofAll: Convolution = { ...layer, kind: 'conv', outChannels: table.length, groups: 1 };
  return convolve(writer, measured, ofAll, input, [f.MASK, mask]);
}

/** A convolution: its gradients are summed in each shard. */
export function convolve(
  writer: Writer,
  { name, input: shape, measure }: MeasuredLayer,
  layer: Convolution,
  input: Tensor,
  ...more: Description['numbers']
): Tensor {
  const output = writer.tensor(measure.output, true);
  const tables = convolutionTables(layer, shape, output.shape);
  const { top, left, height, width } = tables.border;
  const on = writer.describe(
    input,
    output,
    ...productWords(writer, name, tables, layer.groups, [input, output]),
    [f.BORDER_TOP, top],
    [f.BORDER_LEFT, left],
    [f.BORDERED_HEIGHT, height],
    [f.BORDERED_WIDTH, width],
    ...more,
  );
  writer.borderedBytes = Math.max(writer.borderedBytes, 4 * height * width * shape[0]);
  input.isRead = true;
  writer.goes(f.CONVOLVE, on);
  const back = [{ operation: f.CONVOLVE_WEIGHT_GRAD, on }];
  if (input.grad) {
    back.push({ operation: f.CONVOLVE_INPUT_GRAD, on });
    writer.turned.push(on);
  }
  writer.returns(...back);
  writer.share(name, on);
  return output;
}

/** A fully connected layer, or a convolution whose kernel covers all that it reads: the gradients of its weights are summed over the whole batch, input by input. */
export function connect(
  writer: Writer,
  { name, measure }: MeasuredLayer,
  layer: Pick<FullyConnected, 'bias'>,
  input: Tensor,
): Tensor {
  const output = writer.tensor(measure.output, true);
  input.values.isKept = true;
  if (output.grad) output.grad.isKept = true;
  const inputs = sizeOf(input.shape);
  writer.mostInputs = Math.max(writer.mostInputs, inputs);
  // Input and gradient are as large, so that the same rows are right for both.
  const stride = writer.arena.strideOf(input.values);
  const tables = connectionTables(inputs, stride, writer.arena.capacity);
  const flat: Tensor = { ...input, shape: [inputs, 1, 1] };
  const words = productWords(writer, name, tables, 1, [flat, output]);
  const on = writer.describe(flat, output, ...words);
  input.isRead = true;
  writer.goes(f.CONNECT, on);
  if (input.grad) {
    writer.returns({ operation: f.CONNECT_INPUT_GRAD, on });
    writer.turned.push(on);
  }
  for (let first = 0; first < inputs; first += inputsOfTask) {
    const last = Math.min(inputs, first + inputsOfTask);
    writer.tasks.push({ operation: f.UPDATE_ROWS, on, first, last });
  }
  if (layer.bias) writer.tasks.push({ operation: f.UPDATE_BIAS, on, first: 0, last: 0 });
  return output;
}
