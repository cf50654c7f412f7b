import { lenet5Network, writeNetwork } from '$lib/network';
import type { UpdatedTrace } from '$lib/optim';
import { LoadError, type LoadProblem } from '$lib/ui/load/problem';
import { digitOf, type Digit } from './digit';
import { loadPack } from './load';
import { traceDigit } from './trace-digit';
import { runOf, type WeightName } from './weight-choice';
import type { LoadedNetwork } from './loaded-network';
import { loadNetwork } from './weights';

/** One of the ten sample digits, run through a network; or why it could not be had. */
export type Sample =
  | {
      readonly kind: 'loaded';
      readonly digit: Digit;
      readonly trace: UpdatedTrace;
      /** Whose weights they are. */
      readonly weights: WeightName;
    }
  | { readonly kind: 'failed'; readonly problem: LoadProblem };

/** The samples that were asked for last: the figures of a page mostly show the same one. */
const kept = new Map<string, Promise<Sample>>();
const mostKept = 4;

/**
 * The sample digit that shows `label`, through the network of these weights, a seed for fresh ones, back,
 * and one update. A run that is not kept any more, or that has another network, has that of the trained
 * weights in its place.
 */
export async function loadSample(
  label: number,
  weights: WeightName,
  seed: number,
): Promise<Sample> {
  const key = [label, weights, seed].join(' ');
  const sample = kept.get(key) ?? makeSample(label, weights, seed);
  kept.delete(key);
  kept.set(key, sample);
  if (kept.size > mostKept) kept.delete([...kept.keys()][0]);
  const made = await sample;
  if (made.kind === 'failed') kept.delete(key);
  return made;
}

async function makeSample(label: number, weights: WeightName, seed: number): Promise<Sample> {
  const arriving = loadPack('samples');
  try {
    const { fitting, network, normalize } = await fittingNetwork(weights, seed);
    const loaded = await arriving;
    if (loaded.kind !== 'loaded') return loaded;
    const digit = digitOf(loaded.pack, { part: 'test', index: label });
    const trace = traceDigit(digit, network(), { normalize });
    return { kind: 'loaded', digit, trace, weights: fitting };
  } catch (error) {
    if (error instanceof LoadError) return { kind: 'failed', problem: error.problem };
    throw error;
  }
}

async function fittingNetwork(
  weights: WeightName,
  seed: number,
): Promise<LoadedNetwork & { readonly fitting: WeightName }> {
  if (runOf(weights) !== undefined) {
    const kept = await loadNetwork(weights, seed).catch(() => undefined);
    const article = writeNetwork(lenet5Network());
    if (kept && writeNetwork(kept.description) === article) return { ...kept, fitting: weights };
    return { ...(await loadNetwork('trained', seed)), fitting: 'trained' };
  }
  return { ...(await loadNetwork(weights, seed)), fitting: weights };
}
