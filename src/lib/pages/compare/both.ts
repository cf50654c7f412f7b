import { measureNetwork } from '$lib/arithmetic';
import { lenet5Network, type Network } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { answerOf, smallestAnswers } from '$lib/nn';
import { LoadError } from '$lib/ui/load/problem';
import { loadReader, type Reader } from '$lib/views/reading/engine';
import type { LoadedNetwork } from '$lib/views/sample/loaded-network';
import type { WeightName } from '$lib/views/sample/weight-choice';
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

/** The network of 1998 with its trained weights, or with fresh ones where those cannot be fetched. */
async function network1998(): Promise<LoadedNetwork & { readonly isTrained: boolean }> {
  const load = (weights: WeightName) => loadNetwork(weights, 0, undefined, described.then);
  try {
    return { ...(await load('trained')), isTrained: true };
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    return { ...(await load('fresh')), isTrained: false };
  }
}

/** Both networks. Rejects with a `LoadError` where today's cannot be had. */
export async function loadBoth(): Promise<Both> {
  const [then, now] = await Promise.all([network1998(), loadReader('trained', 0)]);
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
