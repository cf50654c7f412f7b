import { imageSide, inputSide } from '$lib/data';
import { c3Table, type Layer, type Shape } from '$lib/network';
import { lenet5Layers, type Layer as NetworkLayer } from '$lib/nn';
import type { NamedLayer } from './chain';

/** A layer of the reference network in the words of the arithmetic. */
function inArithmetic({ kind, window, outputShape }: NetworkLayer): Layer {
  const [outChannels] = outputShape;
  if (!window) return { kind: 'linear', outChannels, bias: true };
  const { kernelSize, stride, padding, dilation } = window;
  const settings = {
    kernelSize: [kernelSize, kernelSize],
    stride: [stride, stride],
    padding: [padding, padding],
    dilation: [dilation, dilation],
  } as const;
  return kind === 'conv2d'
    ? { kind: 'conv', ...settings, outChannels, groups: 1, bias: true }
    : { kind: 'maxPool', ...settings, ceilMode: false };
}

/** The network of this notebook: `lenet5` of the reference engine. */
export const modernLayers: readonly NamedLayer[] = lenet5Layers().map((layer) => ({
  name: layer.name,
  layer: inArithmetic(layer),
}));

/** What the modern network reads: a digit in its border. */
export const modernPicture: Shape = [1, inputSide, inputSide];

/** A digit as MNIST has it. */
export const barePicture: Shape = [1, imageSide, imageSide];

/**
 * The same network with zeros around the picture, put there by C1. C5 reads all that reaches it, so that
 * pictures of other sizes pass too.
 */
export const modernWithPadding = (padding: number): NamedLayer[] =>
  modernLayers.map(({ name, layer }) =>
    name === 'c1' && layer.kind === 'conv'
      ? { name, layer: { ...layer, padding: [padding, padding] } }
      : { name, layer },
  );

const window = (side: number, stride: number) =>
  ({
    kernelSize: [side, side],
    stride: [stride, stride],
    padding: 'valid',
    dilation: [1, 1],
  }) as const;

const convolution = (outChannels: number): Layer => ({
  kind: 'conv',
  ...window(5, 1),
  outChannels,
  groups: 1,
  bias: true,
});
const subsampling: Layer = { kind: 'subsample', ...window(2, 2) };

/** The network of 1998 (section II-B of the paper), without its squashing functions. */
export const paperLayers: readonly NamedLayer[] = [
  { name: 'c1', layer: convolution(6) },
  { name: 's2', layer: subsampling },
  { name: 'c3', layer: { kind: 'sparse', ...window(5, 1), table: c3Table, bias: true } },
  { name: 's4', layer: subsampling },
  { name: 'c5', layer: convolution(120) },
  { name: 'f6', layer: { kind: 'linear', outChannels: 84, bias: true } },
  { name: 'output', layer: { kind: 'rbf', outChannels: 10 } },
];

/** What the network of 1998 read: the digit on a larger sheet. */
export const paperPicture: Shape = [1, 32, 32];
