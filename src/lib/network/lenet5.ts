import type { Layer } from './layer';
import type { Network } from './network';
import { networkOf, writeNetwork } from './network-notation';

/** The functions that can stand behind its layers. */
export const lenet5Activations = ['ReLU', 'Tanh', 'ScaledTanh', 'Sigmoid'] as const;

/** What the article's LeNet-5 leaves open. */
export interface LeNet5Choices {
  /** ReLU if not given. */
  readonly activation?: (typeof lenet5Activations)[number];
  /** Max pooling if not given. */
  readonly pooling?: 'max' | 'average';
  /**
   * What stands around the digit: `background` comes with it, so that 32 × 32 is read; `zeros` are
   * padded by C1, after normalisation, and 28 × 28 is read. Background if not given.
   */
  readonly border?: 'background' | 'zeros';
}

/**
 * LeNet-5 as it is written today: the paper's seven layers with ReLU for the squashing function, max
 * pooling for the trained subsampling, and ten logits for the radial basis functions; 61,706
 * parameters, whatever the choices.
 */
export function lenet5Network({
  activation = 'ReLU',
  pooling = 'max',
  border = 'background',
}: LeNet5Choices = {}): Network {
  const squashing: Layer = { kind: 'activation', name: activation };
  const convolution = (outChannels: number, padding: number): Layer => ({
    kind: 'conv',
    outChannels,
    groups: 1,
    kernelSize: [5, 5],
    stride: [1, 1],
    dilation: [1, 1],
    padding: [padding, padding],
    bias: true,
  });
  const pool: Layer = {
    kind: pooling === 'max' ? 'maxPool' : 'averagePool',
    kernelSize: [2, 2],
    stride: [2, 2],
    dilation: [1, 1],
    padding: [0, 0],
    ceilMode: false,
  };
  const connected = (outChannels: number): Layer => ({ kind: 'linear', outChannels, bias: true });
  const [side, padding] = border === 'background' ? [32, 0] : [28, 2];
  return networkOf(
    [1, side, side],
    [
      convolution(6, padding),
      squashing,
      pool,
      convolution(16, 0),
      squashing,
      pool,
      connected(120),
      squashing,
      connected(84),
      squashing,
      connected(10),
    ],
  );
}

/** What a network has chosen where it is a LeNet-5 of the article's; undefined where it is another. */
export function lenet5Choices(network: Network): Required<LeNet5Choices> | undefined {
  const text = writeNetwork(network);
  for (const activation of lenet5Activations)
    for (const pooling of ['max', 'average'] as const)
      for (const border of ['background', 'zeros'] as const) {
        const choices = { activation, pooling, border };
        if (writeNetwork(lenet5Network(choices)) === text) return choices;
      }
  return undefined;
}
