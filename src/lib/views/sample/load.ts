import type { PackName, Split } from '$lib/data';
import { needsFull, type DigitName, type Digits } from './digit';
import { loadDatasetOnce } from '$lib/training';
import { LoadError, type LoadProblem } from '$lib/ui/load/problem';
import { assetPath } from '$lib/ui/paths';

/** A pack of digits, or why it could not be had. */
export type LoadedPack =
  | { readonly kind: 'failed'; readonly problem: LoadProblem }
  | { readonly kind: 'loaded'; readonly pack: Split };

/** The digits that a page offers, or why they could not be had. */
export type LoadedDigits =
  Exclude<LoadedPack, { kind: 'loaded' }> | { readonly kind: 'loaded'; readonly pack: Digits };

/**
 * Loads the mini set and the hard digits, once for the life of the page; all of MNIST, eleven
 * megabytes if it is not kept here yet, only where nothing less has the digit that is `wanted`.
 */
export async function loadDigits(wanted: DigitName): Promise<LoadedDigits> {
  const [mini, hard, full] = await Promise.all([
    loadPack('mini'),
    loadPack('hard'),
    needsFull(wanted) ? loadPack('full') : undefined,
  ]);
  if (mini.kind === 'failed') return mini;
  if (hard.kind === 'failed') return hard;
  if (full?.kind === 'failed') return full;
  return { kind: 'loaded', pack: { ...mini.pack, hard: hard.pack.test, full: full?.pack } };
}

/** Loads a pack once for the life of the page; never rejects with what the page can word. */
export async function loadPack(name: PackName): Promise<LoadedPack> {
  try {
    const options = { fetch: globalThis.fetch.bind(globalThis), base: assetPath('/data/') };
    return { kind: 'loaded', pack: await loadDatasetOnce(name, options) };
  } catch (error) {
    if (error instanceof LoadError) return { kind: 'failed', problem: error.problem };
    throw error;
  }
}
