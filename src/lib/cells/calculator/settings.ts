import { lenet5Network } from '$lib/network';
import { layerTable, rowOf } from '$lib/views/network/layer-table';

/** What the layer calculator is set to, in its own fields' names. */
export interface CalculatorSettings extends Record<string, unknown> {
  readonly kind: 'conv' | 'pool' | 'linear';
  readonly input?: number;
  readonly kernel?: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly in: number;
  readonly out: number;
  readonly bias: boolean;
}

const table = layerTable(lenet5Network());

/**
 * The calculator's fields for a layer of the network. A full connection that reads maps is written as
 * the convolution whose kernel covers them, as the paper writes C5.
 */
export function forwardSettings(name: string): CalculatorSettings {
  const { layer, input, measure } = rowOf(table, name);
  const [inChannels, side] = input;
  const channels = { in: inChannels, out: measure.output[0], bias: true };
  if (!('kernelSize' in layer)) {
    return side === 1
      ? { kind: 'linear', ...channels }
      : { kind: 'conv', ...channels, input: side, kernel: side, stride: 1, padding: 0 };
  }
  return {
    kind: layer.kind === 'conv' ? 'conv' : 'pool',
    ...channels,
    input: side,
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
  const { measure } = rowOf(table, name);
  const { kernel = 1, padding = 0, ...forward } = forwardSettings(name);
  return {
    ...forward,
    input: measure.output[1],
    kernel,
    padding: kernel - 1 - padding,
    in: forward.out,
    out: forward.in,
    bias: false,
  };
}
