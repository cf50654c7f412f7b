import { tensor, type Sequential, type StateDict } from '$lib/nn';

/** The parameters of a network by PyTorch's names (`conv1.weight`, …), each in row-major order. */
export type Weights = Readonly<Record<string, Float32Array>>;

/** What a PyTorch reader calls the layers in his own script, for the paper's names. */
const pytorchLayers: Readonly<Record<string, string>> = {
  c1: 'conv1',
  c3: 'conv2',
  c5: 'fc1',
  f6: 'fc2',
  output: 'fc3',
};

/** A parameter's name in PyTorch: `c3.weight` is `conv2.weight`. */
function pytorchName(name: string): string {
  const [layer, parameter] = name.split('.');
  return `${pytorchLayers[layer]}.${parameter}`;
}

/** The network's parameters under PyTorch's names, rounded to float32: copies. */
export function weightsOf(network: Sequential): Record<string, Float32Array> {
  return Object.fromEntries(
    [...network.parameters()].map(([name, { value }]) => [
      pytorchName(name),
      Float32Array.from(value.data),
    ]),
  );
}

/**
 * Weights as the network's own `loadStateDict` takes them. Throws where one is missing or has another
 * size than the network's.
 */
export function stateDictOf(weights: Weights, network: Sequential): StateDict {
  const entries = [...network.parameters()].map(([name, { value }]) => {
    const values = weights[pytorchName(name)];
    if (!values) throw new Error(`stateDictOf: missing parameter: ${pytorchName(name)}`);
    return [name, tensor(value.shape, values)] as const;
  });
  return Object.fromEntries(entries);
}
