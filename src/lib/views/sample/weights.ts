import { lenet5Network, writeNetwork, type Network } from '$lib/network';
import { readSafetensors, type RunStore } from '$lib/training';
import { loadFile } from '$lib/ui/load/load-file';
import { assetPath } from '$lib/ui/paths';
import { makerOf, usualNormalization, type LoadedNetwork } from './loaded-network';
import { weightsFileOf } from './shipped-weights';
import { freshNetwork } from './trace-digit';
import { runOf, type WeightChoice, type WeightName } from './weight-choice';

/**
 * A network with the weights of this name: that of a kept run, or the one described, with fresh weights
 * of a `seed` or those that come with the page. Rejects with a `LoadError` where a file cannot be had,
 * and where the store has no such run, or the page no such weights of this network.
 */
export async function loadNetwork(
  name: WeightName,
  seed: number,
  store?: RunStore,
  description: Network = lenet5Network(),
): Promise<LoadedNetwork> {
  const run = runOf(name);
  if (run !== undefined) return (await import('./kept-weights')).networkOfKept(run, store);
  const normalize = usualNormalization(description);
  if (name === 'fresh') {
    return { network: () => freshNetwork(seed, description), normalize, description };
  }
  const file = weightsFileOf(writeNetwork(description), name as WeightChoice);
  if (file === undefined) throw new Error(`loadNetwork: no weights ${name} of this network`);
  const read = (bytes: Uint8Array): LoadedNetwork => {
    const { weights, border } = readSafetensors(bytes, description);
    return { network: makerOf(weights, description), normalize, border, description };
  };
  return loadFile(
    { what: 'weights', url: assetPath(`/weights/${file}.safetensors`), read },
    { fetch },
  );
}
