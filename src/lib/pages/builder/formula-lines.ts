import type { NetworkStep } from '$lib/arithmetic';
import { moduleOf } from '$lib/exchange';

/** The output size of a window that slides, written out with the numbers: `28 = (32 + 0 − 5) / 1 + 1`. */
function sizeLine({ layer, input, measure }: NetworkStep): string | undefined {
  if (layer.kind !== 'conv' && layer.kind !== 'maxPool' && layer.kind !== 'averagePool') {
    return undefined;
  }
  const { padding } = layer;
  if (typeof padding === 'string') return undefined;
  const [kernel, stride, dilation] = [layer.kernelSize[0], layer.stride[0], layer.dilation[0]];
  const span = dilation * (kernel - 1) + 1;
  const [, out] = measure.output;
  const exact = (input[1] + 2 * padding[0] - span) / stride + 1;
  const [open, close] = Number.isInteger(exact) ? ['(', ')'] : ['⌊(', ')'];
  const end = Number.isInteger(exact) ? '' : out > exact ? '⌉' : '⌋';
  const begin = out > exact ? '⌈(' : open;
  return `${out} = ${begin}${input[1]} + 2·${padding[0]} − ${span}${close} / ${stride}${end} + 1`;
}

/** The parameters written out: one bias and so many weights for each map or feature. */
function parameterLine({ layer, input, measure }: NetworkStep): string | undefined {
  const bias = (has: boolean) => (has ? ' + 1' : '');
  const { parameters } = measure;
  if (layer.kind === 'conv') {
    const [height, width] = layer.kernelSize;
    const channels = input[0] / layer.groups;
    return `${parameters} = ${layer.outChannels} · (${channels}·${height}·${width}${bias(layer.bias)})`;
  }
  if (layer.kind === 'linear') {
    const features = input[0] * input[1] * input[2];
    return `${parameters} = ${layer.outChannels} · (${features}${bias(layer.bias)})`;
  }
  return undefined;
}

/** A layer's arithmetic with its numbers, and what it is in PyTorch. */
export function formulaLines(step: NetworkStep): string[] {
  return [sizeLine(step), parameterLine(step), moduleOf(step)].filter((line) => line !== undefined);
}
