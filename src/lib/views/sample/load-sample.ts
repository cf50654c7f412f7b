import type { UpdatedTrace } from '$lib/optim';
import type { LoadProblem } from '$lib/ui/load/problem';
import { digitOf, type Digit } from './digit';
import { loadPack } from './load';
import { freshNetwork, traceDigit } from './trace-digit';

/** One of the ten sample digits, run through a network; or why it could not be had. */
export type Sample =
  | { readonly kind: 'loaded'; readonly digit: Digit; readonly trace: UpdatedTrace }
  | { readonly kind: 'failed'; readonly problem: LoadProblem };

/** The sample digit that shows `label`, through the network of `seed`, back, and one update. */
export async function loadSample(label: number, seed: number): Promise<Sample> {
  const loaded = await loadPack('samples');
  if (loaded.kind !== 'loaded') return loaded;
  const digit = digitOf(loaded.pack, { part: 'test', index: label });
  return { kind: 'loaded', digit, trace: traceDigit(digit, freshNetwork(seed)) };
}
