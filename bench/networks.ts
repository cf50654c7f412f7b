import { lenet5Network, readNetwork, type Network } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';

/** A network that is written down here. */
function written(notation: string): Network {
  const reading = readNetwork(notation);
  if (!reading.ok) throw new Error(`bench: no network: ${notation}`);
  return reading.network;
}

/** LeNet-1 as a chain: its second convolution sees all maps. */
const lenet1 =
  '1x28x28~conv_4_k5~scaledtanh~sub_k2~scaledtanh~conv_12_k5~scaledtanh~sub_k2~scaledtanh~linear_10';

/** What is trained, and the heading of its table. */
export const benchNetworks = {
  modern: {
    title: 'ReLU and max pooling, the network of the lessons',
    network: lenet5Network(),
  },
  general: {
    title: 'LeNet-5 with tanh and average pooling',
    network: lenet5Network({ activation: 'Tanh', pooling: 'average' }),
  },
  lenet1: { title: 'LeNet-1, as a chain', network: written(lenet1) },
  d2l: { title: 'LeNet, Dive into Deep Learning', network: presetNetwork('d2l') },
  residual20: { title: 'residual, 20 layers', network: presetNetwork('residual20') },
} as const satisfies Record<string, { readonly title: string; readonly network: Network }>;

/** The name of such a network. */
export type BenchNetwork = keyof typeof benchNetworks;
