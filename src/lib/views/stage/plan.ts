import { measureNetwork } from '$lib/arithmetic';
import { lenet5Network, type Network, type Shape } from '$lib/network';

/** Maps of one size, as a stage lays them out. */
export interface Planes {
  readonly maps: number;
  readonly rows: number;
  readonly columns: number;
  /** How many of the maps stand beside one another. */
  readonly across: number;
}

/** What a layer does to make one of its numbers. */
export type StageKind = 'convolution' | 'pooling' | 'connection';

/** A layer as a stage shows it, known from the description of its network alone. */
export interface StagePlan {
  readonly layer: string;
  readonly kind: StageKind;
  /** The tensor that it reads, as a trace names it. */
  readonly input: string;
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  /** What is shown of the input, for one number: all maps of it, or the one that is pooled. */
  readonly inputs: Planes;
  /** The weights of one number; none where nothing is weighed. */
  readonly kernel?: Planes;
  /** The numbers that are stepped through: one map, or all units. */
  readonly outputs: Planes;
  /** How many maps there are to choose from: 1 where all units are shown at once. */
  readonly channels: number;
}

/** The rows and columns in which so many units stand: few in one column, more in a block that is nearly square. */
export function foldUnits(count: number): readonly [rows: number, columns: number] {
  if (count <= 16) return [count, 1];
  let rows = Math.floor(Math.sqrt(count));
  while (count % rows !== 0) rows -= 1;
  return [rows, count / rows];
}

/** So many maps beside one another that the block of them is about as wide as high, or wider. */
function stack(maps: number, rows: number, columns: number): Planes {
  return { maps, rows, columns, across: Math.ceil(Math.sqrt(maps)) };
}

const planesOf = ([maps, rows, columns]: Shape): Planes =>
  rows * columns > 1 ? stack(maps, rows, columns) : stack(1, ...foldUnits(maps));

/** All of a tensor's maps, or its units as one block; `shape` is [C, H, W] or [units]. */
export const planesOfShape = ([maps, rows = 1, columns = 1]: readonly number[]): Planes =>
  planesOf([maps, rows, columns]);

/** A shape as a trace has it, without the sample's axis: [C, H, W], or [units]. */
const traced = ([channels, rows, columns]: Shape): readonly number[] =>
  rows * columns > 1 ? [channels, rows, columns] : [channels];

/**
 * How a stage shows a layer of a network, LeNet-5 if not given. Throws where there is no such layer, or
 * where it neither slides a window nor weighs all that it reads.
 */
export function planStage(layer: string, network: Network = lenet5Network()): StagePlan {
  const { steps } = measureNetwork(network);
  const at = steps.findIndex(({ name }) => name === layer);
  if (at < 0) throw new Error(`planStage: unknown layer: ${layer}`);
  const { layer: described, input: inputShape, measure } = steps[at];
  const before = network.layers[at - 1]?.name;
  const input = before === undefined ? 'input' : before.includes('.') ? before : `${before}.output`;
  const common = {
    layer,
    input,
    inputShape: traced(inputShape),
    outputShape: traced(measure.output),
  };
  const [channels, rows, columns] = measure.output;
  switch (described.kind) {
    case 'conv': {
      const [high, wide] = described.kernelSize;
      return {
        ...common,
        kind: 'convolution',
        inputs: planesOf(inputShape),
        kernel: stack(inputShape[0], high, wide),
        outputs: stack(1, rows, columns),
        channels,
      };
    }
    case 'maxPool':
      return {
        ...common,
        kind: 'pooling',
        inputs: stack(1, inputShape[1], inputShape[2]),
        outputs: stack(1, rows, columns),
        channels,
      };
    case 'linear':
      return {
        ...common,
        kind: 'connection',
        inputs: planesOf(inputShape),
        kernel: planesOf(inputShape),
        outputs: planesOf(measure.output),
        channels: 1,
      };
    default:
      throw new Error(`planStage: no stage for a layer of this kind: ${described.kind}`);
  }
}

/** How many numbers one steps through. */
export const placesOf = ({ outputs }: StagePlan): number => outputs.rows * outputs.columns;

/** The index of the number at a place, in a channel: places are counted in reading order. */
export function indexAtPlace(plan: StagePlan, channel: number, place: number): readonly number[] {
  if (plan.outputShape.length === 1) return [place];
  const { columns } = plan.outputs;
  return [channel, Math.floor(place / columns), place % columns];
}

/** The place of a number, and its channel. */
export function placeOfIndex(
  plan: StagePlan,
  index: readonly number[],
): { readonly channel: number; readonly place: number } {
  if (plan.outputShape.length === 1) return { channel: 0, place: index[0] };
  return { channel: index[0], place: index[1] * plan.outputs.columns + index[2] };
}
