import { describe, expect, it } from 'vitest';
import { normalizations } from '$lib/data';
import {
  createGeneralEngine,
  createKernelEngine,
  fingerprint,
  wholeBatch,
  type ActivationName,
  type PoolingName,
} from '$lib/kernels';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import { pytorchNames, type Network } from '$lib/network';
import { build, manualSeed } from '$lib/nn';
import { ReferenceEngine, weightsOf, type Engine } from '$lib/training';
import { golden } from '../golden/read';
import { firstDigits } from '../kernels/digits';
import { networks } from '../kernels/general/networks';

/*
 * The losses of training against PyTorch's in float64, from the same weights: batches of 8 in the file's
 * order. `tests/golden/network_losses.py` has made them.
 */

const [module, fusedModule] = [await readGeneralKernels(), await readKernels()];
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
    nameOf: (layer) => pytorchNames(network.layers).get(layer) ?? layer,
  });
}

/** The fused engine, where it knows the network; it does not learn it from the description. */
const fusedNetworks: Record<string, [ActivationName, PoolingName]> = {
  'LeNet-5, ReLU, maxPool': ['relu', 'max'],
  'LeNet-5, Tanh, maxPool': ['tanh', 'max'],
  'LeNet-5, ScaledTanh, maxPool': ['scaledTanh', 'max'],
  'LeNet-5, ReLU, averagePool': ['relu', 'average'],
  'LeNet-5, Tanh, averagePool': ['tanh', 'average'],
  'LeNet-5, ScaledTanh, averagePool': ['scaledTanh', 'average'],
};

const makers: Record<string, (name: string) => Promise<Engine>> = {
  general: (name) => general(networks[name]),
  fused: async (name) => {
    const [activation, pooling] = fusedNetworks[name];
    const options = { module: fusedModule, data, normalization, activation, pooling };
    return createKernelEngine(options);
  },
  reference: async (name) =>
    new ReferenceEngine({ network: networks[name], data, normalize: 'usual', optimizer: 'sgd' }),
};

/** PyTorch's weights of seed 2. */
const startOf = (network: Network) => weightsOf(build(network, manualSeed(2)), network);

/** The general engine with these weights. */
async function started(network: Network, workers?: number): Promise<Engine> {
  const engine = await general(network, workers);
  engine.loadWeights(startOf(network));
  return engine;
}

const batch = (step: number, size = 8) =>
  Uint32Array.from({ length: size }, (_, i) => (step * size + i) % data.train.count);

/** How many steps an engine takes: the reference, which is to be read, takes its time. */
const most: Record<string, number> = { general: 100, fused: 100, reference: 4 };

describe.each(Object.keys(makers))('%s: the losses → PyTorch’s', (which) => {
  it.each(Object.keys(which === 'fused' ? fusedNetworks : runs))('%s', async (name) => {
    const engine = await makers[which](name);
    engine.loadWeights(startOf(networks[name]));
    const { lr, losses } = runs[name];
    const distances = losses.slice(0, most[which]).map((expected, step) => {
      const { loss } = wholeBatch(engine.trainInParts(batch(step), { ...rule, lr }));
      return Math.abs(loss / expected - 1);
    });
    // A hundred steps, twenty where batches are normalised.
    const tolerance = { general: losses.length < 100 ? 1e-3 : 1e-4, fused: 1e-4 }[which] ?? 1e-8;
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
