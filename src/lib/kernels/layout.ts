import type { AddressName, Kernels } from './module';
import type { ParameterLayouts } from './parameters';

const same = (index: number) => index;

/** A weight [outputs, inputs] that stands in blocks of 32 outputs, [blocks, inputs, 32]. */
const blocked =
  (inputs: number, inputAt: (input: number) => number = same) =>
  (index: number) => {
    const output = Math.floor(index / inputs);
    const block = Math.floor(output / 32);
    return (block * inputs + inputAt(index % inputs)) * 32 + (output % 32);
  };

/** PyTorch flattens S4's [16, 5, 5] channel by channel; the kernels keep it [5, 5, 16]. */
const channelsLast = (input: number) => (input % 25) * 16 + Math.floor(input / 25);

type Row = readonly [
  name: string,
  shape: readonly number[],
  place: AddressName,
  floatAt: (index: number) => number,
];

/** All parameters in PyTorch's order, under PyTorch's names. */
const rows: readonly Row[] = [
  ['conv1.weight', [6, 1, 5, 5], 'C1_WEIGHT', same],
  ['conv1.bias', [6], 'C1_BIAS', same],
  ['conv2.weight', [16, 6, 5, 5], 'C3_WEIGHT', same],
  ['conv2.bias', [16], 'C3_BIAS', same],
  ['fc1.weight', [120, 400], 'C5_WEIGHT', blocked(400, channelsLast)],
  ['fc1.bias', [120], 'C5_BIAS', same],
  ['fc2.weight', [84, 120], 'F6_WEIGHT', blocked(120)],
  ['fc2.bias', [84], 'F6_BIAS', same],
  ['fc3.weight', [10, 84], 'OUTPUT_WEIGHT', blocked(84)],
  ['fc3.bias', [10], 'OUTPUT_BIAS', same],
];

/** Where the parameters of the fused LeNet-5 stand: each up to the next. */
export function fusedLayouts(address: Kernels['address']): ParameterLayouts {
  const first = address.C1_WEIGHT;
  const length = address.PARAMETERS / 4;
  const starts = rows.map(([, , place]) => (address[place] - first) / 4);
  return {
    start: first / 4,
    length,
    layouts: rows.map(([name, shape, , floatAt], i) => ({
      name,
      shape,
      start: starts[i],
      length: (starts[i + 1] ?? length) - starts[i],
      floatAt,
      isLearned: true,
    })),
  };
}
