import { describe, expect, it } from 'vitest';
import { normalizations } from '$lib/data';
import { createGeneralEngine, fingerprint, wholeBatch } from '$lib/kernels';
import { readGeneralKernels, spawnNodeThread } from '$lib/kernels/node';
import type { Network } from '$lib/network';
import type { Engine } from '$lib/training';
import { golden } from '../golden/read';
import { firstDigits } from '../kernels/digits';
import { build } from '../kernels/general/build';
import { networks } from '../kernels/general/networks';

/*
 * The losses of training against PyTorch's in float64, from the same weights: batches of 8 in the file's
 * order. `tests/golden/network_losses.py` has made them.
 */

const module = await readGeneralKernels();
interface Run {
  readonly lr: number;
  readonly losses: readonly number[];
}
const runs = golden<Record<string, Run>>('network-losses.json');
const data = firstDigits(800, 100);
const normalization = normalizations.usual;
const rule = { lr: 0.01, momentum: 0.5, weightDecay: 5e-4 };

async function general(network: Network, workers = 1): Promise<Engine> {
  return createGeneralEngine({
    ...{ module, data, normalization, network, workers },
    spawn: spawnNodeThread,
  });
}

/** An engine with PyTorch's weights of seed 2. */
async function started(network: Network, workers?: number): Promise<Engine> {
  const engine = await general(network, workers);
  engine.loadWeights(startOf(network));
  return engine;
}

function startOf(network: Network): Record<string, Float64Array> {
  const state = build(network, 2).stateDict();
  return Object.fromEntries(
    Object.entries(state).map(([name, { data }]) => [name, data as Float64Array]),
  );
}

const batch = (step: number, size = 8) =>
  Uint32Array.from({ length: size }, (_, i) => (step * size + i) % data.train.count);

describe('the losses of a hundred steps → PyTorch’s', () => {
  it.each(Object.entries(networks))('%s', async (name, network) => {
    const engine = await started(network);
    const { lr, losses } = runs[name];
    const distances = losses.map((expected, step) => {
      const { loss } = wholeBatch(engine.trainInParts(batch(step), { ...rule, lr }));
      return Math.abs(loss / expected - 1);
    });
    // Twenty steps where batches are normalised.
    const tolerance = losses.length < 100 ? 1e-3 : 1e-4;
    expect(Math.max(...distances)).toBeLessThan(tolerance);
  });
});

describe('the same bits', () => {
  const bits = (engine: Engine) => {
    const { firstMoment } = engine.optimizerState();
    return [engine.weights(), firstMoment].map(fingerprint);
  };
  const some = ['LeNet-1', 'every setting', 'branches', 'residual, 20 layers, normalised'];

  it.each(some)('%s on 1, 2 and 3 workers, batches that do not divide', async (name) => {
    const found = [];
    for (const workers of [1, 2, 3]) {
      const engine = await started(networks[name], workers);
      for (let step = 0; step < 4; step++) {
        wholeBatch(engine.trainInParts(batch(step, 29 + step), rule));
      }
      engine.evaluate('test', 3, 100);
      found.push(bits(engine));
      engine.close();
    }
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });

  it.each(some)('%s taken up from its saved state', async (name) => {
    const unbroken = await started(networks[name]);
    for (let step = 0; step < 3; step++) wholeBatch(unbroken.trainInParts(batch(step, 19), rule));
    const saved = { weights: unbroken.weights(), state: unbroken.optimizerState() };
    wholeBatch(unbroken.trainInParts(batch(3, 19), rule));

    const resumed = await general(networks[name]);
    resumed.loadWeights(saved.weights);
    resumed.loadOptimizerState(saved.state);
    wholeBatch(resumed.trainInParts(batch(3, 19), rule));
    expect(bits(resumed)).toEqual(bits(unbroken));
  });
});
