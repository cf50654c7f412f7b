import { LoadError } from '$lib/ui/load/problem';
import { normalizations, type Split } from '$lib/data';
import {
  createGeneralEngine,
  createKernelEngine,
  type ActivationName,
  type CrewLimit,
  type KernelEngine,
  type Spawn,
} from '$lib/kernels';
import type { Engine } from './engine';
import { ReferenceEngine } from './reference-engine';
import { lenet5Choices, pytorchNames, type Network } from '$lib/network';
import { networkOfRun, type Settings } from './settings';

/** Where the compiled kernels and their threads come from: a browser's, or Node's. */
export interface KernelSource {
  /** Those of the fused LeNet-5, and those of any network. */
  readonly loadKernels: () => Promise<WebAssembly.Module>;
  readonly loadGeneralKernels: () => Promise<WebAssembly.Module>;
  readonly spawn: Spawn;
}

/** Which engine trains: the fastest that can, or one by its name. */
export const engineChoices = ['auto', 'fused', 'general', 'reference'] as const;
export type EngineChoice = (typeof engineChoices)[number];

/** An engine, and what there is to know of how it came to be. */
export interface CreatedEngine {
  readonly engine: Engine;
  readonly kind: 'kernels' | 'reference';
  /** Why it has fewer threads than were asked for, if so. */
  readonly limit?: CrewLimit;
  /** What the compiled kernels take of the memory, with their digits. */
  readonly bytes?: number;
}

const fusedActivations: ReadonlyMap<string, ActivationName> = new Map([
  ['ReLU', 'relu'],
  ['Tanh', 'tanh'],
  ['ScaledTanh', 'scaledTanh'],
]);

/** What the fused kernels are told of a network; undefined where it is none of theirs. */
function fusedChoices(network: Network) {
  const choices = lenet5Choices(network);
  const activation = choices && fusedActivations.get(choices.activation);
  if (!activation || choices.border !== 'background') return undefined;
  return { activation, pooling: choices.pooling };
}

/**
 * Whether the fused kernels are the faster ones: for LeNet-5, unless it has tanh and average pooling. Measured
 * in processor time: with tanh and max 70 against 128 µs a digit, with ReLU and average 82 against 114, with
 * tanh and average both 136.
 */
function runsFused(network: Network): boolean {
  const choices = fusedChoices(network);
  return choices !== undefined && (choices.pooling === 'max' || choices.activation === 'relu');
}

/**
 * The engine for a run, with up to `workers` threads: of the compiled ones the faster; where these do not
 * run here, the reference engine. Throws where an engine that is named cannot be had, and a `LoadError`
 * where the site does not give the kernels: the reader can try again.
 */
export async function createEngine(
  settings: Settings,
  data: Split,
  workers: number,
  source: KernelSource,
  choice: EngineChoice = 'auto',
): Promise<CreatedEngine> {
  const { optimizer, normalize } = settings;
  const reference = (): CreatedEngine => {
    if (optimizer === 'sdlm') throw new Error('createEngine: sdlm is trained by the kernels alone');
    const network = networkOfRun(settings);
    return {
      engine: new ReferenceEngine({ network, data, normalize, optimizer }),
      kind: 'reference',
    };
  };
  if (choice === 'reference') return reference();
  try {
    const engine = await compiledEngine(settings, data, workers, source, choice);
    return { engine, kind: 'kernels', limit: engine.limit, bytes: engine.bytes };
  } catch (error) {
    if (error instanceof LoadError || choice !== 'auto') throw error;
    return reference();
  }
}

async function compiledEngine(
  settings: Settings,
  data: Split,
  workers: number,
  { loadKernels, loadGeneralKernels, spawn }: KernelSource,
  choice: EngineChoice,
): Promise<KernelEngine> {
  const { optimizer, normalize, batchSize, seed } = settings;
  const network = networkOfRun(settings);
  const normalization = normalizations[normalize];
  const common = { data, optimizer, normalization, workers, spawn };
  if (choice === 'fused' || (choice === 'auto' && optimizer !== 'sdlm' && runsFused(network))) {
    const fused = fusedChoices(network);
    if (!fused || optimizer === 'sdlm') {
      throw new Error('createEngine: the fused kernels know the article’s LeNet-5 alone');
    }
    return createKernelEngine({ ...common, optimizer, module: await loadKernels(), ...fused });
  }
  const names = pytorchNames(network.layers);
  return createGeneralEngine({
    ...common,
    module: await loadGeneralKernels(),
    network,
    batchSize,
    seed,
    nameOf: (layer) => names.get(layer) ?? layer,
  });
}
