import { lenet5Network, type Network } from '$lib/network';
import { readSafetensors, type RunStore } from '$lib/training';
import { loadFile } from '$lib/ui/load/load-file';
import { assetPath } from '$lib/ui/paths';
import { makerOf, usualNormalization, type LoadedNetwork } from './loaded-network';
import { freshNetwork } from './trace-digit';
import { runOf, type WeightName } from './weight-choice';

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
    const network = () => freshNetwork(seed, description);
    return { network, normalize: usualNormalization(description), description };
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
