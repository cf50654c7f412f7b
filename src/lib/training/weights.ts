import { measureChain, type MeasuredLayer } from '$lib/arithmetic';
import type { ParameterValues } from '$lib/kernels/contract';
import {
  lenet5Network,
  pytorchNames,
  waysOf,
  type NamedLayer,
  type Network,
  type Shape,
} from '$lib/network';
import { tensor, type Sequential, type StateDict, type Tensor } from '$lib/nn';

/*
 * Weights are kept, sent and written under PyTorch's names of the layers, `conv1.weight`, whatever the
 * network calls them itself: those that a reader of his own script knows.
 */

const article = lenet5Network();

/** From a parameter's own name to PyTorch's: `c3.weight` is `conv2.weight`. */
function pytorchName(names: ReadonlyMap<string, string>, parameter: string): string {
  const dot = parameter.lastIndexOf('.');
  const layer = parameter.slice(0, dot);
  return `${names.get(layer) ?? layer}${parameter.slice(dot)}`;
}

/** A layer with weights, under its own name and under PyTorch's. */
export interface WeightedLayer {
  readonly name: string;
  readonly pytorch: string;
}

/** The layers of a network that have weights, in order. */
export function weightedLayers({ layers, input }: Network): WeightedLayer[] {
  const names = pytorchNames(layers);
  return statesOf(layers, input)
    .filter(({ parts }) => parts.weight)
    .map(({ name }) => ({ name, pytorch: names.get(name) ?? name }));
}

/**
 * The shapes of a network's parameters and running statistics under PyTorch's names, in the order of
 * its layers.
 */
export function parameterShapes({ layers, input }: Network = article): Map<
  string,
  readonly number[]
> {
  const names = pytorchNames(layers);
  const entries = statesOf(layers, input).flatMap(({ name, parts }) =>
    Object.entries(parts).map(
      ([part, shape]) => [`${names.get(name) ?? name}.${part}`, shape] as const,
    ),
  );
  return new Map(entries);
}

/** What a layer keeps: the shapes of its parameters and running statistics. */
interface LayerState {
  readonly name: string;
  readonly parts: Readonly<Record<string, readonly number[]>>;
}

/** What layers one after another keep, those inside a residual block before the block. */
function statesOf(layers: readonly NamedLayer[], input: Shape): LayerState[] {
  const measured = measureChain(layers, input);
  return measured.ok
    ? measured.value.flatMap((each) => [
        ...waysOf(each.layer).flatMap((way) => statesOf(way, each.input)),
        { name: each.name, parts: partsOf(each) },
      ])
    : [];
}

function partsOf({ layer, measure }: MeasuredLayer): LayerState['parts'] {
  const maps = [measure.output[0]];
  switch (layer.kind) {
    case 'conv':
    case 'sparse':
    case 'linear':
    case 'transposed':
      return { weight: measure.weightShape, ...(layer.bias && { bias: maps }) };
    case 'subsample':
      return { weight: maps, bias: maps };
    case 'batchNorm':
      return { weight: maps, bias: maps, runningMean: maps, runningVar: maps };
    default:
      return {};
  }
}

/** Numbers that belong to the network's parameters, under PyTorch's names: copies. */
export function valuesOf(
  network: Sequential,
  pick: (name: string, value: Tensor) => Float64Array,
  { layers }: Network = article,
): Record<string, Float64Array> {
  const names = pytorchNames(layers);
  return Object.fromEntries(
    [...network.parameters()].map(([name, { value }]) => [
      pytorchName(names, name),
      pick(name, value).slice(),
    ]),
  );
}

/** The network's parameters and running statistics under PyTorch's names: copies. */
export function weightsOf(
  network: Sequential,
  { layers }: Network = article,
): Record<string, Float64Array> {
  const names = pytorchNames(layers);
  return Object.fromEntries(
    Object.entries(network.stateDict()).map(([name, { data }]) => [pytorchName(names, name), data]),
  );
}

/** The same for numbers that only parameters have, such as what an optimiser remembers. */
export function parametersOf(
  values: ParameterValues,
  network: Sequential,
  { layers }: Network = article,
): StateDict {
  const names = pytorchNames(layers);
  const entries = [...network.parameters()].map(([name, { value }]) => {
    const given = values[pytorchName(names, name)];
    if (!given) throw new Error(`parametersOf: missing parameter: ${pytorchName(names, name)}`);
    return [name, tensor(value.shape, given)] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * Numbers under PyTorch's names as the network's own names and shapes have them. Throws where one is
 * missing.
 */
export function stateDictOf(
  values: ParameterValues,
  network: Sequential,
  { layers }: Network = article,
): StateDict {
  const names = pytorchNames(layers);
  const entries = Object.entries(network.stateDict()).map(([name, { shape }]) => {
    const given = values[pytorchName(names, name)];
    if (!given) throw new Error(`stateDictOf: missing parameter: ${pytorchName(names, name)}`);
    return [name, tensor(shape, given)] as const;
  });
  return Object.fromEntries(entries);
}
