import { lenet5, manualSeed, type Sequential } from '$lib/nn';
import { readSafetensors, stateDictOf } from '$lib/training';
import { assetPath } from '$lib/ui/paths';
import { freshNetwork } from './trace-digit';
import type { WeightChoice } from './weight-choice';

/** Makes the same network at each call, since a network that learns changes. */
export type NetworkMaker = () => Sequential;

/**
 * LeNet-5 with these weights; `seed` counts only for fresh ones. Rejects where a file of weights
 * cannot be fetched or read.
 */
export async function loadNetwork(choice: WeightChoice, seed: number): Promise<NetworkMaker> {
  if (choice === 'fresh') return () => freshNetwork(seed);
  const response = await fetch(assetPath(`/weights/${choice}.safetensors`));
  if (!response.ok) throw new Error(`loadNetwork: the server answered ${response.status}`);
  return networkOfFile(new Uint8Array(await response.arrayBuffer()));
}

/** LeNet-5 with the weights of a safetensors file. Throws a `WeightsError` where they do not fit. */
export function networkOfFile(bytes: Uint8Array): NetworkMaker {
  const values = readSafetensors(bytes);
  return () => {
    const network = lenet5(manualSeed(0));
    network.loadStateDict(stateDictOf(values, network));
    return network;
  };
}
