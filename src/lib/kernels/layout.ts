import type { AddressName } from './module';

/** Where one parameter of the network stands in the kernels' memory. */
export interface ParameterLayout {
  /** PyTorch's name. */
  readonly name: string;
  /** PyTorch's shape, row-major. */
  readonly shape: readonly number[];
  readonly place: AddressName;
  /** From the index in PyTorch's order to the float in the kernels' order. */
  readonly floatAt: (index: number) => number;
}

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

/** All parameters in PyTorch's order. */
export const parameterLayouts: readonly ParameterLayout[] = [
  { name: 'conv1.weight', shape: [6, 1, 5, 5], place: 'C1_WEIGHT', floatAt: same },
  { name: 'conv1.bias', shape: [6], place: 'C1_BIAS', floatAt: same },
  { name: 'conv2.weight', shape: [16, 6, 5, 5], place: 'C3_WEIGHT', floatAt: same },
  { name: 'conv2.bias', shape: [16], place: 'C3_BIAS', floatAt: same },
  {
    name: 'fc1.weight',
    shape: [120, 400],
    place: 'C5_WEIGHT',
    floatAt: blocked(400, channelsLast),
  },
  { name: 'fc1.bias', shape: [120], place: 'C5_BIAS', floatAt: same },
  { name: 'fc2.weight', shape: [84, 120], place: 'F6_WEIGHT', floatAt: blocked(120) },
  { name: 'fc2.bias', shape: [84], place: 'F6_BIAS', floatAt: same },
  { name: 'fc3.weight', shape: [10, 84], place: 'OUTPUT_WEIGHT', floatAt: blocked(84) },
  { name: 'fc3.bias', shape: [10], place: 'OUTPUT_BIAS', floatAt: same },
];

/** The number of values of a parameter. */
export const sizeOf = ({ shape }: ParameterLayout): number =>
  shape.reduce((product, length) => product * length, 1);
