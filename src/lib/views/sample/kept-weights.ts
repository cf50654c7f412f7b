import { networkOfRun, type RunStore } from '$lib/training';
import { browserRunStore } from '$lib/training/run-database';
import { makerOf, type LoadedNetwork } from './loaded-network';

/** The network of a kept run, of this browser's if no store is given; rejects where there is no such run. */
export async function networkOfKept(
  id: string,
  store: RunStore = browserRunStore(),
): Promise<LoadedNetwork> {
  const { record, checkpoint } = await store.load(id);
  const { settings } = record;
  const description = networkOfRun(settings);
  return {
    network: makerOf(checkpoint.weights, description),
    normalize: settings.normalize,
    description,
  };
}
