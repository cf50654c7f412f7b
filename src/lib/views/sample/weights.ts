import type { NormalizationName } from '$lib/data';
import type { ParameterValues } from '$lib/kernels';
import { lenet5Network, type Network } from '$lib/network';
import { build, manualSeed, type Sequential } from '$lib/nn';
import { readSafetensors, stateDictOf, type Border, type RunStore } from '$lib/training';
import { loadFile } from '$lib/ui/load/load-file';
import { assetPath } from '$lib/ui/paths';
import { freshNetwork } from './trace-digit';
import { runOf, type WeightName } from './weight-choice';

/** Makes the same network at each call, since a network that learns changes. */
export type NetworkMaker = () => Sequential;

/** A network, and how it wants its digits. */
export interface LoadedNetwork {
  readonly network: NetworkMaker;
  /** What it is. */
  readonly description: Network;
  readonly normalize: NormalizationName;
  /** The border that its weights were trained with; undefined where only whoever trained them knows. */
  readonly border?: Border;
}

/**
 * A network with the weights of this name: that of a kept run, LeNet-5 with those of a file, or, with
 * fresh ones of a `seed`, the one described. Rejects with a `LoadError` where a file cannot be had, and
 * where the store has no such run.
 */
export async function loadNetwork(
  name: WeightName,
  seed: number,
  store?: RunStore,
  description: Network = lenet5Network(),
): Promise<LoadedNetwork> {
  const run = runOf(name);
  if (run !== undefined) return (await import('./kept-weights')).networkOfKept(run, store);
  if (name === 'fresh') {
    return { network: () => freshNetwork(seed, description), normalize: 'usual', description };
  }
  const url = assetPath(`/weights/${name}.safetensors`);
  return loadFile({ what: 'weights', url, read: ownNetwork }, { fetch });
}

/** LeNet-5 with the weights of a file that comes with this page. */
function ownNetwork(bytes: Uint8Array): LoadedNetwork {
  const { weights, border } = readSafetensors(bytes);
  const description = lenet5Network();
  return { network: makerOf(weights, description), normalize: 'usual', border, description };
}

/** The network described with these values, made at each call. */
export function makerOf(values: ParameterValues, description: Network): NetworkMaker {
  return () => {
    const network = build(description, manualSeed(0));
    network.loadStateDict(stateDictOf(values, network, description));
    return network;
  };
}
