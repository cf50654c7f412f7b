import { modernLayers, modernPicture } from './networks';
import { measureChain, type ChainRow } from './chain';

/** What the layer calculator is set to, in its own fields' names. */
export interface CalculatorSettings extends Record<string, unknown> {
  readonly kind: 'conv' | 'pool';
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly in: number;
  readonly out: number;
  readonly bias: boolean;
}

const { rows } = measureChain(modernLayers, modernPicture);

function rowOf(name: string): ChainRow {
  const row = rows.find((one) => one.name === name);
  if (!row) throw new Error(`there is no layer "${name}"`);
  return row;
}

/**
 * The calculator's fields for a layer of the network. A full connection is a convolution whose
 * kernel covers all of its input, which is how the paper writes C5.
 */
export function forwardSettings(name: string): CalculatorSettings {
  const { layer, input, measure } = rowOf(name);
  const [inChannels, side] = input;
  const common = { input: side, in: inChannels, out: measure.output[0], bias: true };
  if (!('kernelSize' in layer)) {
    return { kind: 'conv', ...common, kernel: side, stride: 1, padding: 0 };
  }
  return {
    kind: layer.kind === 'conv' ? 'conv' : 'pool',
    ...common,
    kernel: layer.kernelSize[0],
    stride: layer.stride[0],
    padding: typeof layer.padding === 'string' ? 0 : layer.padding[0],
  };
}

/**
 * The convolution that makes a layer's input gradient of its output gradient: the same kernel, turned
 * round, over a border one less than the kernel; channels change places, and nothing is added.
 */
export function backwardSettings(name: string): CalculatorSettings {
  const { measure } = rowOf(name);
  const forward = forwardSettings(name);
  return {
    ...forward,
    input: measure.output[1],
    padding: forward.kernel - 1 - forward.padding,
    in: forward.out,
    out: forward.in,
    bias: false,
  };
}
