import type { MeasuredLayer } from '$lib/arithmetic';
import { wholeVectors } from './arena';

/** A parameter or a running statistic: where it stands among all, and in what order. */
export interface ParameterPlace {
  /** The layer's name and what it is of it: `c1.weight`, `n1.runningMean`. */
  readonly name: string;
  /** PyTorch's shape, row-major. */
  readonly shape: readonly number[];
  /** Bytes from the first parameter, and bytes that it takes, whole vectors. */
  readonly offset: number;
  readonly bytes: number;
  /** From the index in PyTorch's order to the float, from the parameter's first. */
  readonly floatAt: (index: number) => number;
  /** Whether it is learned; a running statistic is gathered. */
  readonly isLearned: boolean;
}

/** All of a network's, in PyTorch's order. */
export interface ParameterPlan {
  readonly places: ReadonlyMap<string, ParameterPlace>;
  /** Bytes of those whose gradients each shard sums, which stand first, and of all. */
  readonly sharedBytes: number;
  readonly bytes: number;
}

/** Outputs stand in blocks of eight, a last one of at most four in a block of four. */
export function blockWidth(outputsLeft: number): number {
  return outputsLeft > 4 ? 8 : 4;
}

/** Floats of the weights that give so many outputs from so many numbers each. */
export function blockedFloats(outputs: number, taps: number): number {
  let floats = 0;
  for (let block = 0; block < outputs; block += 8) floats += taps * blockWidth(outputs - block);
  return floats;
}

/** From output and number to the float of blocked weights. */
function blockedAt(output: number, tap: number, outputs: number, taps: number): number {
  const block = output - (output % 8);
  return block * taps + tap * blockWidth(outputs - block) + (output - block);
}

/** A kernel's weights [O, C / groups, height, width], group by group, its numbers channels last. */
function kernelAt(shape: readonly number[], groups: number): (index: number) => number {
  const [outputs, channels, height, width] = shape;
  const [groupOutputs, taps] = [outputs / groups, channels * height * width];
  const groupFloats = blockedFloats(groupOutputs, taps);
  return (index) => {
    const output = Math.floor(index / taps);
    const [channel, position] = [
      Math.floor((index % taps) / (height * width)),
      index % (height * width),
    ];
    const group = Math.floor(output / groupOutputs);
    const tap = position * channels + channel;
    return group * groupFloats + blockedAt(output % groupOutputs, tap, groupOutputs, taps);
  };
}

/** Weights [outputs, inputs] of a layer that reads [C, H, W], which PyTorch flattens map by map. */
function connectedAt(
  outputs: number,
  [channels, height, width]: readonly number[],
): (index: number) => number {
  const [positions, taps] = [height * width, channels * height * width];
  return (index) => {
    const [output, input] = [Math.floor(index / taps), index % taps];
    const tap = (input % positions) * channels + Math.floor(input / positions);
    return blockedAt(output, tap, outputs, taps);
  };
}

/** A kernel's weights for the pairs of a table, [pairs, height, width], among those of all pairs. */
function tableAt(
  table: readonly (readonly number[])[],
  channels: number,
  [, height, width]: readonly number[],
): (index: number) => number {
  const [size, taps] = [height * width, channels * height * width];
  const pairs = table.flatMap((maps, output) => maps.map((input) => ({ output, input })));
  return (index) => {
    const { output, input } = pairs[Math.floor(index / size)];
    return blockedAt(output, (index % size) * channels + input, table.length, taps);
  };
}

/** Whether a convolution's kernel covers all that it reads: it is a fully connected layer. */
export function coversAll({ layer, input, measure }: MeasuredLayer): boolean {
  if (layer.kind !== 'conv' || layer.groups > 1) return false;
  const [, height, width] = input;
  const [, outHeight, outWidth] = measure.output;
  const isWhole = layer.kernelSize[0] === height && layer.kernelSize[1] === width;
  const isDense = [0, 1].every((axis) => layer.dilation[axis] === 1 || input[1 + axis] === 1);
  // With a border there are more positions, or a kernel larger than what it reads.
  const { padding } = layer;
  const isBare = typeof padding === 'string' ? padding === 'valid' : !padding[0] && !padding[1];
  return isWhole && isDense && isBare && outHeight * outWidth === 1;
}

const same = (index: number) => index;

type Draft = Omit<ParameterPlace, 'offset' | 'bytes' | 'name'> & {
  readonly part: string;
  readonly floats: number;
  /** Whether each shard sums its gradient; else that is summed over the whole batch. */
  readonly isShared: boolean;
};

/** A number for each map. */
const perMap = (part: string, maps: number, isLearned = true, isShared = true): Draft => ({
  part,
  shape: [maps],
  floats: maps,
  floatAt: same,
  isLearned,
  isShared,
});

function draftsOf({ name, layer, input, measure }: MeasuredLayer): Draft[] {
  const [outputs] = measure.output;
  switch (layer.kind) {
    case 'conv': {
      const shape = measure.weightShape;
      const taps = shape[1] * shape[2] * shape[3];
      const floats = layer.groups * blockedFloats(outputs / layer.groups, taps);
      const floatAt = kernelAt(shape, layer.groups);
      const isShared = !coversAll({ layer, input, measure, name });
      return [
        { part: 'weight', shape, floats, floatAt, isLearned: true, isShared },
        ...(layer.bias ? [perMap('bias', outputs, true, isShared)] : []),
      ];
    }
    case 'sparse': {
      const shape = measure.weightShape;
      const floats = blockedFloats(outputs, input[0] * shape[1] * shape[2]);
      const floatAt = tableAt(layer.table, input[0], shape);
      return [
        { part: 'weight', shape, floats, floatAt, isLearned: true, isShared: true },
        ...(layer.bias ? [perMap('bias', outputs)] : []),
      ];
    }
    case 'linear': {
      const taps = input[0] * input[1] * input[2];
      const [shape, floats] = [[outputs, taps], blockedFloats(outputs, taps)];
      const floatAt = connectedAt(outputs, input);
      return [
        { part: 'weight', shape, floats, floatAt, isLearned: true, isShared: false },
        ...(layer.bias ? [perMap('bias', outputs, true, false)] : []),
      ];
    }
    case 'subsample':
      return [perMap('weight', outputs), perMap('bias', outputs)];
    case 'batchNorm':
      return [
        perMap('weight', outputs),
        perMap('bias', outputs),
        perMap('runningMean', outputs, false, false),
        perMap('runningVar', outputs, false, false),
      ];
    default:
      return [];
  }
}

/** Where the parameters of these layers stand, those inside residual blocks among them. */
export function planParameters(layers: readonly MeasuredLayer[]): ParameterPlan {
  const drafts = layers.flatMap((layer) =>
    draftsOf(layer).map((draft) => ({ ...draft, name: `${layer.name}.${draft.part}` })),
  );
  const offsets = new Map<string, number>();
  let end = 0;
  const give = (wanted: boolean) => {
    for (const { name, floats, isShared } of drafts) {
      if (isShared !== wanted) continue;
      offsets.set(name, end);
      end += wholeVectors(4 * floats);
    }
    return end;
  };
  const sharedBytes = give(true);
  const bytes = give(false);
  const places = drafts.map(({ name, shape, floats, floatAt, isLearned }) => {
    const offset = offsets.get(name) ?? 0;
    const place = { name, shape, offset, bytes: wholeVectors(4 * floats), floatAt, isLearned };
    return [name, place] as const;
  });
  return { places: new Map(places), sharedBytes, bytes };
}
