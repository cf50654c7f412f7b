import type { NormalizationName } from '$lib/data';
import type { ParameterValues } from '$lib/kernels';
import { lenet5, manualSeed, type Sequential } from '$lib/nn';
import {
  browserRunStore,
  isReferenceNetwork,
  readSafetensors,
  stateDictOf,
  type Border,
  type RunStore,
} from '$lib/training';
import { loadFile } from '$lib/ui/load/load-file';
import { assetPath } from '$lib/ui/paths';
import { freshNetwork } from './trace-digit';
import { runOf, type WeightName } from './weight-choice';

/** Makes the same network at each call, since a network that learns changes. */
export type NetworkMaker = () => Sequential;

/** A network, and how it wants its digits. */
export interface LoadedNetwork {
  readonly network: NetworkMaker;
  readonly normalize: NormalizationName;
  /** The border that its weights were trained with; undefined where only whoever trained them knows. */
  readonly border?: Border;
}

/**
 * LeNet-5 with the weights of this name; `seed` counts only for fresh ones. Rejects with a
 * `LoadError` where a file cannot be had, and where the store has no such run or one of another network.
 */
export async function loadNetwork(
  name: WeightName,
  seed: number,
  store: RunStore = browserRunStore(),
): Promise<LoadedNetwork> {
  const run = runOf(name);
  if (run !== undefined) return networkOfRun(run, store);
  if (name === 'fresh') return { network: () => freshNetwork(seed), normalize: 'usual' };
  const url = assetPath(`/weights/${name}.safetensors`);
  return loadFile({ what: 'weights', url, read: networkOfFile }, { fetch });
}

/** LeNet-5 with the weights of a safetensors file. Throws a `WeightsError` where they do not fit. */
export function networkOfFile(bytes: Uint8Array): LoadedNetwork {
  const { weights, border } = readSafetensors(bytes);
  return { network: makerOf(weights), normalize: 'usual', border };
}

async function networkOfRun(id: string, store: RunStore): Promise<LoadedNetwork> {
  const kept = await store.load(id);
  const { settings } = kept.record;
  if (!isReferenceNetwork(settings)) {
    throw new Error(
      `loadNetwork: run ${id} has ${settings.activation}, ${settings.pooling} pooling`,
    );
  }
  return {
    network: makerOf(kept.checkpoint.weights),
    normalize: settings.normalize,
    border: kept.record.border,
  };
}

function makerOf(values: ParameterValues): NetworkMaker {
  return () => {
    const network = lenet5(manualSeed(0));
    network.loadStateDict(stateDictOf(values, network));
    return network;
  };
}
