import type { PackName, Split } from '$lib/data';
import { LoadError, loadDatasetOnce, type LoadProblem } from '$lib/training';
import { assetPath } from '$lib/ui/paths';

/** A pack of digits, or why it could not be had. */
export type LoadedPack =
  | { readonly kind: 'failed'; readonly problem: LoadProblem }
  | { readonly kind: 'loaded'; readonly pack: Split };

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
