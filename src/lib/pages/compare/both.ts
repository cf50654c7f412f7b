import { measureNetwork } from '$lib/arithmetic';
import { lenet5Network, type Network } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { answerOf, smallestAnswers } from '$lib/nn';
import { LoadError } from '$lib/ui/load/problem';
import { loadFile } from '$lib/ui/load/load-file';
import { assetPath } from '$lib/ui/paths';
import { loadReader, type Reader } from '$lib/views/reading/engine';
import { networkOfFile } from '$lib/views/sample/file-weights';
import type { LoadedNetwork } from '$lib/views/sample/loaded-network';
import { loadNetwork } from '$lib/views/sample/weights';
import { comparedRows } from './rows';

/** Which of the two networks. */
export type Side = 'then' | 'now';

/** What each of the two networks is. */
const described: Readonly<Record<Side, Network>> = {
  then: presetNetwork('lenet5-1998'),
  now: lenet5Network(),
};

/** The two networks with their weights. */
export interface Both {
  readonly readers: Readonly<Record<Side, Reader>>;
  /** Whether the network of 1998 has trained weights; else it has those it starts from. */
  readonly isTrained: boolean;
}

/** The network of 1998 with the weights that come with the page, or with fresh ones where none do. */
async function network1998(
  hasWeights: boolean,
): Promise<LoadedNetwork & { readonly isTrained: boolean }> {
  const fresh = async () => {
    const network = await loadNetwork('fresh', 0, undefined, described.then);
    return { ...network, isTrained: false };
  };
  if (!hasWeights) return fresh();
  const url = assetPath('/weights/lenet5-1998.safetensors');
  const read = (bytes: Uint8Array) => networkOfFile(bytes, described.then);
  try {
    return { ...(await loadFile({ what: 'weights', url, read }, { fetch })), isTrained: true };
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    return fresh();
  }
}

/**
 * Both networks; `hasWeights` says whether trained weights of 1998 come with the page. Rejects with a
 * `LoadError` where today's cannot be had.
 */
export async function loadBoth(hasWeights: boolean): Promise<Both> {
  const [then, now] = await Promise.all([network1998(hasWeights), loadReader('trained', 0)]);
  const reader = await loadReader('fresh', 0, () => Promise.resolve(then));
  return { readers: { then: reader, now }, isTrained: then.isTrained };
}

/** The digit that a network answers with, from what its last layer makes. */
export function answerFrom(side: Side, reading: ReturnType<Reader['read']>): number {
  return answerOf(reading.layers.at(-1)?.values ?? [], described[side]);
}

/** The layers of both, beside each other, and what all of them cost. */
export const rows = () => comparedRows(described.then, described.now);
export const totals = () => ({
  then: measureNetwork(described.then).totals,
  now: measureNetwork(described.now).totals,
});

/** Whether a side's last layer makes distances. */
export const makesDistances = (side: Side): boolean => smallestAnswers(described[side]);
