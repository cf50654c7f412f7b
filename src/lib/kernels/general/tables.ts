import { placeUnder, windowAlong, type SlidingWindow } from '$lib/arithmetic';
import type { Convolution, Pooling, Shape, Subsampling, WindowSettings } from '$lib/network';
import { floatWord } from './arena';

/*
 * The tables that the kernels read: where the numbers are that a window sees. Numbers of a picture stand
 * channels last; offsets are bytes.
 */

/** A row of products is a position of the output; each reads runs of numbers. */
export interface RowTables {
  /** From the picture's first number to each row's; eight more, like the last, fill up a tile. */
  readonly rows: readonly number[];
  /** Pairs: from a row's first number to a run, and the run's bytes. */
  readonly runs: readonly number[];
  /** From a row's first number to each number; eight more, like the last, fill up a tile. */
  readonly taps: readonly number[];
  readonly tapCount: number;
}

/** A picture with its border. */
export interface Border {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** A list with eight more, like its last. */
const filledUp = (values: readonly number[]): number[] => [
  ...values,
  ...Array.from({ length: 8 }, () => values[values.length - 1]),
];

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

/** A window along both axes of [C, H, W]. Its settings fit, which whoever measured the layer knows. */
function sliding(settings: WindowSettings, [, ...size]: Shape): SlidingWindow[] {
  return ([0, 1] as const).map((axis) => {
    const window = windowAlong(settings, axis);
    if (!window.ok) throw new Error('tables: a window without a size');
    return { ...window.value, input: size[axis] };
  });
}

/** The tables of a convolution, and the border of the picture that its rows are taken from. */
export function convolutionTables(
  layer: Convolution,
  input: Shape,
  [, outHeight, outWidth]: Shape,
): RowTables & { readonly border: Border } {
  const [channels, height, width] = input;
  const [down, across] = sliding(layer, input);
  const around = [down, across].map(({ padding }) => (Array.isArray(padding) ? padding : [0, 0]));
  const border = {
    top: around[0][0],
    left: around[1][0],
    height: height + around[0][0] + around[0][1],
    width: width + around[1][0] + around[1][1],
  };
  const number = (y: number, x: number) => 4 * channels * (y * border.width + x);
  const rows = range(outHeight).flatMap((y) =>
    range(outWidth).map((x) => number(y * layer.stride[0], x * layer.stride[1])),
  );
  const [kernelHeight, kernelWidth] = layer.kernelSize;
  const groupChannels = channels / layer.groups;
  const tapRows = range(kernelHeight).map((a) =>
    range(kernelWidth).map((b) => number(a * layer.dilation[0], b * layer.dilation[1])),
  );
  // A kernel's row is one run where nothing lies between its pixels.
  const isDense = layer.groups === 1 && (layer.dilation[1] === 1 || kernelWidth === 1);
  const runs = isDense
    ? tapRows.flatMap(([first]) => [first, 4 * channels * kernelWidth])
    : tapRows.flat().flatMap((first) => [first, 4 * groupChannels]);
  const taps = tapRows.flat().flatMap((at) => range(groupChannels).map((c) => at + 4 * c));
  return { rows: filledUp(rows), runs, taps: filledUp(taps), tapCount: taps.length, border };
}

/** The tables of a fully connected layer: rows are samples, `stride` bytes apart. */
export function connectionTables(inputs: number, stride: number, capacity: number): RowTables {
  return {
    rows: filledUp(range(capacity).map((sample) => sample * stride)),
    runs: [0, 4 * inputs],
    taps: filledUp(range(inputs).map((i) => 4 * i)),
    tapCount: inputs,
  };
}

/** Pooling windows: a row for each, its number of taps, the factor of their sum, and where they are. */
export interface WindowTable {
  readonly words: readonly number[];
  readonly windowBytes: number;
}

/**
 * The windows of pooling and subsampling. A mean counts the padding that its window lies on, but not
 * what a last window in ceil mode reaches beyond it; subsampling takes the sum.
 */
export function windowTable(
  layer: Pooling | Subsampling,
  input: Shape,
  [, outHeight, outWidth]: Shape,
): WindowTable {
  const [channels, , width] = input;
  const axes = sliding(layer, input);
  const [down, across] = [outHeight, outWidth].map((count, axis) =>
    range(count).map((output) => tapsAlong(axes[axis], output)),
  );
  const windowWords = 2 + layer.kernelSize[0] * layer.kernelSize[1];
  const words = down.flatMap((rows) =>
    across.flatMap((columns) => {
      const taps = rows.inside.flatMap((y) =>
        columns.inside.map((x) => 4 * channels * (y * width + x)),
      );
      const factor = layer.kind === 'averagePool' ? 1 / (rows.counted * columns.counted) : 1;
      const filling = Array.from({ length: windowWords - 2 - taps.length }, () => 0);
      return [taps.length, floatWord(factor), ...taps, ...filling];
    }),
  );
  return { words, windowBytes: 4 * windowWords };
}

/** The places of the input under a window, and how many taps a mean divides by. */
function tapsAlong(window: SlidingWindow, output: number): { inside: number[]; counted: number } {
  const { input, kernel, padding = 0 } = window;
  const end = input + (typeof padding === 'number' ? padding : padding[1]);
  const places = range(kernel).map((tap) => placeUnder(window, output, tap));
  const counted = places.filter((place, tap) => tap === 0 || place < end).length;
  return { inside: places.filter((place) => place >= 0 && place < input), counted };
}

/** The one window of global average pooling over [C, H, W]. */
export function wholeWindow([channels, height, width]: Shape): WindowTable {
  const taps = range(height * width).map((place) => 4 * channels * place);
  const words = [taps.length, floatWord(1 / taps.length), ...taps];
  return { words, windowBytes: 4 * words.length };
}

/** Bytes of the turned weights of one group: runs in blocks of eight numbers, or four at its end. */
export function turnedBytes(runs: readonly number[], outputs: number): number {
  let floats = 0;
  for (let run = 0; run < runs.length; run += 2) {
    for (let left = runs[run + 1] / 4; left > 0; left -= 8) floats += outputs * (left > 4 ? 8 : 4);
  }
  return 4 * floats;
}
