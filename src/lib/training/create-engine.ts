import { LoadError } from '$lib/ui/load/problem';
import { normalizations, type Split } from '$lib/data';
import { createKernelEngine, type CrewLimit, type Spawn } from '$lib/kernels';
import type { Engine } from './engine';
import { ReferenceEngine } from './reference-engine';
import { isReferenceNetwork, type Settings } from './settings';

/** Where the compiled kernels and their threads come from: a browser's, or Node's. */
export interface KernelSource {
  readonly loadKernels: () => Promise<WebAssembly.Module>;
  readonly spawn: Spawn;
}

/** An engine, and what there is to know of how it came to be. */
export interface CreatedEngine {
  readonly engine: Engine;
  readonly kind: 'kernels' | 'reference';
  /** Why it has fewer threads than were asked for, if so. */
  readonly limit?: CrewLimit;
}

/**
 * The kernels' engine with up to `workers` threads; where the kernels do not run here, the reference
 * engine. Throws where that does not know the settings' network either, and a `LoadError` where the site
 * does not give the kernels: the reader can try again.
 */
export async function createEngine(
  settings: Settings,
  data: Split,
  workers: number,
  { loadKernels, spawn }: KernelSource,
): Promise<CreatedEngine> {
  const { activation, pooling, optimizer, normalize } = settings;
  try {
    const module = await loadKernels();
    const normalization = normalizations[normalize];
    const network = { activation, pooling, optimizer, normalization };
    const engine = await createKernelEngine({ ...network, module, data, workers, spawn });
    return { engine, kind: 'kernels', limit: engine.limit };
  } catch (error) {
    if (error instanceof LoadError || !isReferenceNetwork(settings)) throw error;
    return { engine: new ReferenceEngine({ data, normalize, optimizer }), kind: 'reference' };
  }
}
