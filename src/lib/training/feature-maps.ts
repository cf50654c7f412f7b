import { networkInput, normalizations } from '$lib/data';
import { squashings } from '$lib/kernels';
import { avgPool2d, conv2d, maxPool2d, relu, tanh, tensor, type Tensor } from '$lib/nn';
import type { Settings } from './settings';

/** What the convolutions make of a digit, after nonlinearity and pooling: each [1, C, H, W]. */
export type FeatureMaps = Readonly<Record<'c1' | 's2' | 'c3' | 's4', Tensor>>;

const scaled = ({ shape, data }: Tensor, factor: number) =>
  tensor(
    shape,
    data.map((value) => factor * value),
  );

function activate(x: Tensor, activation: Settings['activation']): Tensor {
  if (activation === 'relu') return relu(x);
  const { amplitude, slope } = squashings[activation];
  return scaled(tanh(scaled(x, slope)), amplitude);
}

/**
 * The way of one digit, [28, 28] grey levels, through the two convolutions of a run's network, in
 * float64. `parameters` are those of both by PyTorch's names: `conv1.weight` [6, 1, 5, 5],
 * `conv1.bias` [6], `conv2.weight` [16, 6, 5, 5], `conv2.bias` [16].
 */
export function featureMaps(
  pixels: Uint8Array,
  parameters: Readonly<Record<string, ArrayLike<number>>>,
  { activation, pooling, normalize }: Pick<Settings, 'activation' | 'pooling' | 'normalize'>,
): FeatureMaps {
  const parameter = (name: string, ...shape: number[]) =>
    tensor(shape, Float64Array.from(parameters[name]));
  const pool = (x: Tensor) =>
    pooling === 'max' ? maxPool2d(x, { kernelSize: 2 }).output : avgPool2d(x, { kernelSize: 2 });

  const input = networkInput(pixels, normalizations[normalize]);
  const [kernels, biases] = [parameter('conv1.weight', 6, 1, 5, 5), parameter('conv1.bias', 6)];
  const c1 = activate(conv2d(input, kernels, biases), activation);
  const s2 = pool(c1);
  const [blocks, offsets] = [parameter('conv2.weight', 16, 6, 5, 5), parameter('conv2.bias', 16)];
  const c3 = activate(conv2d(s2, blocks, offsets), activation);
  return { c1, s2, c3, s4: pool(c3) };
}
