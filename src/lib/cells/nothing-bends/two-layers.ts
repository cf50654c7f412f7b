import { linear, tensor } from '$lib/nn';

/** A full connection: `weight[j][i]` leads from input i to output j. */
export interface Layer {
  readonly weight: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** Two layers, one after the other. */
export type TwoLayers = readonly [Layer, Layer];

/** What the figure begins with: two inputs, three units between, one output. */
export const firstLayers: TwoLayers = [
  {
    weight: [
      [2, -1],
      [-1, 1],
      [1, 2],
    ],
    bias: [0, 1, -1],
  },
  { weight: [[1, 3, -2]], bias: [1] },
];

/** What a layer makes of its inputs. */
export function applyLayer({ weight, bias }: Layer, input: readonly number[]): number[] {
  const made = linear(
    tensor([1, input.length], input),
    tensor([weight.length, input.length], weight.flat()),
    tensor([bias.length], bias),
  );
  return [...made.data];
}

/** What lies between the layers and behind them; with the ReLU between, nothing negative passes. */
export function passThrough([first, second]: TwoLayers, input: readonly number[], bends: boolean) {
  const sums = applyLayer(first, input);
  const between = bends ? sums.map((sum) => Math.max(0, sum)) : sums;
  return { sums, between, output: applyLayer(second, between) };
}

/** The one layer that does what two without a nonlinearity do: W₂W₁, and W₂b₁ + b₂. */
export function collapse([first, second]: TwoLayers): Layer {
  const columns = first.weight[0].map((_, i) => first.weight.map((row) => row[i]));
  const product = (row: readonly number[], column: readonly number[]) =>
    row.reduce((sum, weight, k) => sum + weight * column[k], 0);
  return {
    weight: second.weight.map((row) => columns.map((column) => product(row, column))),
    bias: applyLayer(second, first.bias),
  };
}
