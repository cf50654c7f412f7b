import { afterEach, describe, expect, it } from 'vitest';
import { normalizations } from '$lib/data';
import {
  createGeneralEngine,
  createKernelEngine,
  fingerprint,
  fixedThreads,
  type EngineOptions,
  type KernelEngine,
  type ThreadChoice,
} from '$lib/kernels';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import { lenet5Network, pytorchNames } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { build, manualSeed } from '$lib/nn';
import { weightsOf } from '$lib/training';
import { firstDigits } from './digits';

const data = firstDigits(640, 100);
const rule = { lr: 0.01, momentum: 0.9, weightDecay: 1e-4 };
const common = { data, normalization: normalizations.usual, spawn: spawnNodeThread };

const engines: KernelEngine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.close()));

/** As many threads as the script says, job after job, from its start again at its end. */
class Scripted implements ThreadChoice {
  #job = 0;
  constructor(readonly script: readonly number[]) {}
  get threads(): number {
    return this.script[this.#job++ % this.script.length];
  }
  took(): void {}
}

const fused = async (options: Omit<Partial<EngineOptions>, 'optimizer'>) =>
  createKernelEngine({ module: await readKernels(), ...common, ...options });
const general = async (options: Omit<Partial<EngineOptions>, 'optimizer'>) => {
  const network = presetNetwork('residual20');
  const names = pytorchNames(network.layers);
  const nameOf = (layer: string) => names.get(layer) ?? layer;
  const module = await readGeneralKernels();
  return createGeneralEngine({ ...common, module, network, nameOf, ...options });
};
const kinds = [
  ['fused', fused, lenet5Network()],
  ['general', general, presetNetwork('residual20')],
] as const;

describe('threads that come and go between jobs', () => {
  it.each(kinds)('%s: the same bits as of one alone', async (_, create, network) => {
    const weights = weightsOf(build(network, manualSeed(0)), network);
    const found: string[] = [];
    const all = [4, 1, 2, 4, 3, 1, 1, 4, 2, 3];
    for (const threads of [fixedThreads(1), new Scripted(all), new Scripted([1, 4])]) {
      const engine = await create({ workers: 4, threads });
      engines.push(engine);
      engine.loadWeights(weights);
      const tests: number[] = [];
      for (let step = 0; step < 60; step++) {
        const indices = Uint32Array.from({ length: 50 }, (_, i) => (50 * step + i) % 640);
        engine.trainBatch(indices, rule);
        if (step % 7 === 0) tests.push(...engine.evaluate('test', 0, 60).losses);
      }
      found.push(`${fingerprint(engine.weights())} ${tests.join()}`);
    }
    expect(new Set(found).size).toBe(1);
  });

  it('a helper that is not called of late is sent home with the others', async () => {
    const engine = await fused({ workers: 3, threads: fixedThreads(1) });
    engine.trainBatch(Uint32Array.of(0, 1, 2), rule);
    expect(() => engine.close()).not.toThrow();
  });
});
