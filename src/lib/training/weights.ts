import type { ParameterValues } from '$lib/kernels';
import { lenet5, manualSeed, tensor, type Sequential, type StateDict, type Tensor } from '$lib/nn';

/** What a PyTorch reader calls the layers in his own script, for the paper's names. */
export const pytorchLayers: Readonly<Record<string, string>> = {
  c1: 'conv1',
  c3: 'conv2',
  c5: 'fc1',
  f6: 'fc2',
  output: 'fc3',
};

/** A layer's name in PyTorch: `c3` is `conv2`; one that LeNet-5 does not have keeps its name. */
export const pytorchLayer = (layer: string): string => pytorchLayers[layer] ?? layer;

/** A parameter's name in PyTorch: `c3.weight` is `conv2.weight`. */
function pytorchName(name: string): string {
  const dot = name.lastIndexOf('.');
  return pytorchLayer(name.slice(0, dot)) + name.slice(dot);
}

/** The shapes of LeNet-5's parameters under PyTorch's names, in PyTorch's order. */
export function parameterShapes(): Map<string, readonly number[]> {
  const parameters = lenet5(manualSeed(0)).parameters();
  return new Map([...parameters].map(([name, { value }]) => [pytorchName(name), value.shape]));
}

/** Numbers that belong to the network's parameters, under PyTorch's names: copies. */
export function valuesOf(
  network: Sequential,
  pick: (name: string, value: Tensor) => Float64Array,
): Record<string, Float64Array> {
  return Object.fromEntries(
    [...network.parameters()].map(([name, { value }]) => [
      pytorchName(name),
      pick(name, value).slice(),
    ]),
  );
}

/** The network's parameters and running statistics under PyTorch's names: copies. */
export const weightsOf = (network: Sequential): Record<string, Float64Array> =>
  Object.fromEntries(
    Object.entries(network.stateDict()).map(([name, { data }]) => [
      pytorchName(name),
      Float64Array.from(data),
    ]),
  );

/**
 * Numbers under PyTorch's names as the network's own names and shapes have them: of all parameters and
 * running statistics, or of those that are named. Throws where one is missing or has another size.
 */
export function stateDictOf(
  values: ParameterValues,
  network: Sequential,
  names: Iterable<string> = Object.keys(network.stateDict()),
): StateDict {
  const state = network.stateDict();
  const entries = Array.from(names, (name) => {
    const given = values[pytorchName(name)];
    if (!given) throw new Error(`stateDictOf: missing parameter: ${pytorchName(name)}`);
    return [name, tensor(state[name].shape, given)] as const;
  });
  return Object.fromEntries(entries);
}
