import { describe, expect, it } from 'vitest';
import { normalizations } from '$lib/data';
import { createGeneralEngine, fingerprint, fixedThreads, type KernelEngine } from '$lib/kernels';
import { readGeneralKernels, spawnNodeThread } from '$lib/kernels/node';
import { build, manualSeed } from '$lib/nn';
import { weightsOf } from '$lib/training';
import { firstDigits } from '../digits';
import { linear, network } from './networks';

const module = await readGeneralKernels();
const data = firstDigits(64, 20);
const p = 0.25;
const dropping = network({ a: linear(100), d: { kind: 'dropout', p }, b: linear(10) });
const plain = network({ a: linear(100), b: linear(10) });
const weights = weightsOf(build(plain, manualSeed(3)));
const still = { lr: 0, momentum: 0, weightDecay: 0 };
const rule = { lr: 0.05, momentum: 0.9, weightDecay: 0 };
const all = Uint32Array.from({ length: 64 }, (_, i) => i);

async function create(of = dropping, seed = 1, workers = 1): Promise<KernelEngine> {
  const engine = await createGeneralEngine({
    ...{ module, data, normalization: normalizations.usual, network: of, seed, workers },
    spawn: spawnNodeThread,
    threads: fixedThreads(workers),
  });
  engine.loadWeights(weights);
  return engine;
}

/** For each unit whether it was kept for one digit: a dropped one's bias has no gradient. */
function keptFor(engine: KernelEngine, digit: number): boolean[] {
  engine.trainBatch(Uint32Array.of(digit), still);
  return Array.from(engine.gradients()['a.bias'], (grad) => grad !== 0);
}

describe('dropout on the general kernels', () => {
  it('drops about so many, others each step, each digit and each seed', async () => {
    const engine = await create();
    const masks = Array.from({ length: 40 }, (_, step) => keptFor(engine, step % 8));
    const dropped = masks.flat().filter((kept) => !kept).length / 4000;
    // 4,000 draws: three standard deviations are 0.02.
    expect(Math.abs(dropped - p)).toBeLessThan(0.02);
    expect(new Set(masks.map(String)).size).toBe(40);
    expect(keptFor(await create(dropping, 2), 0)).not.toEqual(masks[0]);
    expect(keptFor(await create(), 0)).toEqual(masks[0]);
    expect(keptFor(await create(), 1)).not.toEqual(masks[0]);
  });

  it('makes the others larger: the loss of a batch is that without, on average', async () => {
    const [engine, other] = [await create(), await create(plain)];
    const losses = Array.from({ length: 30 }, () => engine.trainBatch(all, still).loss);
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    expect(Math.abs(mean / other.trainBatch(all, still).loss - 1)).toBeLessThan(0.02);
  });

  it('does nothing in evaluation', async () => {
    const [engine, other] = [await create(), await create(plain)];
    expect(engine.evaluate('test', 0, 20)).toEqual(other.evaluate('test', 0, 20));
  });

  it('gives the same bits on 1, 2 and 3 workers, and taken up from a saved state', async () => {
    const found = [];
    for (const workers of [1, 2, 3]) {
      const engine = await create(dropping, 1, workers);
      for (let step = 0; step < 4; step++) engine.trainBatch(all.subarray(step, 30 + step), rule);
      found.push(fingerprint(engine.weights()));
      engine.close();
    }
    const [first, resumed] = [await create(), await create()];
    for (let step = 0; step < 3; step++) first.trainBatch(all.subarray(step, 30 + step), rule);
    resumed.loadWeights(first.weights());
    resumed.loadOptimizerState(first.optimizerState());
    resumed.trainBatch(all.subarray(3, 33), rule);
    found.push(fingerprint(resumed.weights()));
    expect(new Set(found).size).toBe(1);
  });
});
