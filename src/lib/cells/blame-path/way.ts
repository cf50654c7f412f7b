import {
  indexAt,
  maxPool2d,
  offsetOf,
  placeOf,
  refShape,
  tensorOf,
  type Ref,
  type Step,
  type Trace,
} from '$lib/nn';

/** What a factor of a path is: the number a weight multiplies, a slope, a maximum, a weight, a score's gradient. */
export type FactorKind = 'reads' | 'slope' | 'largest' | 'weight' | 'score';

/** Told each number that reads another: its place, the factor in between, and the factor's weight (−1 for none). */
export type Visit = (to: number, factor: number, weight: number) => void;

/** A tensor on the way from a weight to the loss, and how each of its numbers goes into the next tensor. */
export interface Stage {
  readonly tensor: string;
  /** Its axes, without the sample's. */
  readonly shape: readonly number[];
  /** What a factor to the next stage is; at the last one, the scores, that to the loss. */
  readonly kind: FactorKind;
  /** The weights of the next stage, where it has any. */
  readonly weights?: string;
  /** Visits what reads the number at a place in the next stage; nothing from the last. */
  readonly each: (from: number, visit: Visit) => void;
}

/** A number of the weight's own layer, and the number that the weight multiplies there. */
export interface Start {
  readonly at: number;
  readonly factor: number;
  /** Where that number stands in what the layer reads. */
  readonly reads: number;
}

/** From one weight of a trace to its loss: a layered graph, whose paths are the terms of the chain rule. */
export interface Way {
  readonly weight: Ref;
  /** What the weight's layer reads, and its axes. */
  readonly source: { readonly tensor: string; readonly shape: readonly number[] };
  readonly starts: readonly Start[];
  /** The tensors from the layer's sums to the scores. */
  readonly stages: readonly Stage[];
  /** How the loss changes with each score: the last factor of every path. */
  readonly scores: Float64Array;
}

/**
 * The way of a weight of LeNet-5 to the loss of a trace. Throws where the number is no weight, or where a layer
 * on the way is none of convolution (stride 1, no padding), full connection, ReLU and max pooling.
 */
export function wayOf(trace: Trace, weight: Ref): Way {
  const forward = trace.steps.filter(({ phase }) => phase === 'forward');
  const first = forward.find(({ reads }) => reads[1] === weight.tensor);
  if (!first) throw new Error(`wayOf: not a weight: ${weight.tensor}`);
  const stages: Stage[] = [];
  for (let tensor: string | undefined = first.writes[0]; tensor !== undefined;) {
    const name: string = tensor;
    const next = forward.find(({ reads }) => reads[0] === name);
    stages.push(stageOf(trace, name, next));
    tensor = next?.writes[0];
  }
  const last = stages[stages.length - 1];
  const source = first.reads[0];
  return {
    weight,
    source: { tensor: source, shape: refShape(trace, source) },
    starts: startsOf(trace, first, weight.index),
    stages,
    scores: tensorOf(trace, `${last.tensor}.grad`).data,
  };
}

/** Every number of its layer that a weight has a part in. */
function startsOf(trace: Trace, step: Step, index: readonly number[]): Start[] {
  const input = tensorOf(trace, step.reads[0]);
  const start = (at: number, reads: number) => ({ at, factor: input.data[reads], reads });
  if (index.length === 2) return [start(index[0], index[1])];
  const [kernel, channel, down, across] = index;
  const shape = refShape(trace, step.writes[0]);
  const [, rows, columns] = shape;
  const [, height, width] = refShape(trace, step.reads[0]);
  return Array.from({ length: rows * columns }, (_, position) => {
    const [row, column] = [Math.floor(position / columns), position % columns];
    return start(
      offsetOf(shape, [kernel, row, column]),
      (channel * height + row + down) * width + column + across,
    );
  });
}

function stageOf(trace: Trace, tensor: string, next: Step | undefined): Stage {
  const shape = refShape(trace, tensor);
  if (!next) return { tensor, shape, kind: 'score', each: () => {} };
  const { data } = tensorOf(trace, tensor);
  const { kind, options } = next.operation as { kind: string; options: object };
  switch (kind) {
    case 'relu':
      return {
        tensor,
        shape,
        kind: 'slope',
        each: (from, visit) => visit(from, data[from] > 0 ? 1 : 0, -1),
      };
    case 'maxPool2d':
      return { tensor, shape, kind: 'largest', each: pooled(trace, next) };
    case 'linear':
      return {
        tensor,
        shape,
        kind: 'weight',
        weights: next.reads[1],
        each: connected(trace, next),
      };
    case 'conv2d':
      if (!isPlain(options)) break;
      return { tensor, shape, kind: 'weight', weights: next.reads[1], each: slid(trace, next) };
  }
  throw new Error(`wayOf: ${placeOf(trace, next.writes[0]).layer}: no factors for ${kind}`);
}

/** Whether a convolution slides pixel by pixel within what it reads, all channels at once. */
const isPlain = ({ stride, padding, dilation, groups }: Partial<Record<string, unknown>>) =>
  [stride, dilation, groups].flat().every((each) => each === 1) &&
  [padding].flat(2).every((each) => each === 0);

function connected(trace: Trace, { reads }: Step): Stage['each'] {
  const { shape, data } = tensorOf(trace, reads[1]);
  const [outputs, inputs] = shape;
  return (from, visit) => {
    for (let to = 0; to < outputs; to++) visit(to, data[to * inputs + from], to * inputs + from);
  };
}

/** A number of a map is read by the windows over it: of every kernel, at every tap that fits. */
function slid(trace: Trace, { reads, writes }: Step): Stage['each'] {
  const { shape, data } = tensorOf(trace, reads[1]);
  const [kernels, channels, high, wide] = shape;
  const [, height, width] = refShape(trace, reads[0]);
  const [, rows, columns] = refShape(trace, writes[0]);
  return (from, visit) => {
    const channel = Math.floor(from / (height * width));
    const [y, x] = [Math.floor((from % (height * width)) / width), from % width];
    for (let kernel = 0; kernel < kernels; kernel++)
      for (let a = Math.max(0, y - rows + 1); a < high && a <= y; a++)
        for (let b = Math.max(0, x - columns + 1); b < wide && b <= x; b++) {
          const tap = ((kernel * channels + channel) * high + a) * wide + b;
          visit((kernel * rows + y - a) * columns + x - b, data[tap], tap);
        }
  };
}

/** Each number goes into the maximum of its window, by 1 if it is the largest there and by 0 if not. */
function pooled(trace: Trace, { operation, reads, writes }: Step): Stage['each'] {
  const input = tensorOf(trace, reads[0]);
  const options = (operation as { options: Parameters<typeof maxPool2d>[1] }).options;
  const { indices } = maxPool2d(input, options);
  const [, height, width] = refShape(trace, reads[0]);
  const [, rows, columns] = refShape(trace, writes[0]);
  return (from, visit) => {
    const plane = Math.floor(from / (height * width));
    const at = from % (height * width);
    const [row, column] = [Math.floor(at / width) >> 1, (at % width) >> 1];
    if (row >= rows || column >= columns) return;
    const to = (plane * rows + row) * columns + column;
    visit(to, indices[to] === at ? 1 : 0, -1);
  };
}

/** The number of a stage at a place. */
export const numberAt = ({ tensor, shape }: Pick<Stage, 'tensor' | 'shape'>, at: number): Ref => ({
  tensor,
  index: indexAt(shape, at),
});
