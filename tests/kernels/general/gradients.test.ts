import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNetwork } from './any-network';
import { normalizations, normalizeImages, padImage } from '$lib/data';
import { createGeneralEngine, type ParameterValues } from '$lib/kernels';
import { readGeneralKernels } from '$lib/kernels/node';
import { allLayers, type Network } from '$lib/network';
import {
  build,
  crossEntropy,
  crossEntropyInputGrad,
  manualSeed,
  softmax,
  type Sequential,
} from '$lib/nn';
import { firstDigits } from '../digits';
import { networks } from './networks';

const module = await readGeneralKernels();
const data = firstDigits(24, 3);
const normalization = normalizations.usual;
const still = { lr: 0, momentum: 0, weightDecay: 0 };

/** Digits as a network reads them, in the middle of background. */
function picturesOf({ input }: Network, indices: readonly number[]) {
  const [, side] = input;
  const bytes = indices.flatMap((i) => [
    ...padImage(data.train.images.slice(784 * i, 784 * (i + 1)), (side - 28) / 2),
  ]);
  return normalizeImages(Uint8Array.from(bytes), normalization, side);
}

const largest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/**
 * The largest difference, relative to the largest magnitude of the tensor that it is in; where that is
 * next to nothing, as the gradient of a bias that is normalised away, to a part of the largest of all.
 */
function distances(actual: ParameterValues, expected: ParameterValues): [string, number][] {
  const most = Math.max(...Object.values(expected).map(largest));
  return Object.keys(expected).map((name) => {
    const isWeight = name.endsWith('.weight') && expected[name].length > 32;
    const scale = Math.max(largest(expected[name]), most / (isWeight ? 100 : 5));
    const worst = expected[name].reduce(
      (far, value, i) => Math.max(far, Math.abs(actual[name][i] - value)),
      0,
    );
    return [name, worst / scale];
  });
}

/** Loss and gradients of a batch in training, in float64. */
function measure(reference: Sequential, network: Network, indices: readonly number[]) {
  const labels = indices.map((i) => data.train.labels[i]);
  reference.zeroGrad();
  reference.training = true;
  const logits = reference.forward(picturesOf(network, indices));
  reference.backward(crossEntropyInputGrad(softmax(logits), labels));
  return crossEntropy(logits, labels).data[0];
}

function valuesOf(reference: Sequential, names: readonly string[]): ParameterValues {
  const state = reference.stateDict();
  return Object.fromEntries(names.map((name) => [name, state[name].data as Float64Array]));
}

/** Trains on a batch and measures, with both; throws where they differ by more than rounding. */
async function expectAgreement(network: Network, tolerance: number): Promise<void> {
  const reference = build(network, manualSeed(1));
  const names = Object.keys(reference.stateDict());
  const engine = await createGeneralEngine({ module, data, normalization, network });
  engine.loadWeights(valuesOf(reference, names));
  expect(Object.keys(engine.weights()).sort()).toEqual([...names].sort());
  // A shard and a part of a second, in no order.
  const indices = [3, 23, 0, 17, 5, 21, 8, 11, 2, 19, 7];
  const loss = measure(reference, network, indices);
  const found = engine.trainBatch(Uint32Array.from(indices), still);
  expect(Math.abs(found.loss / loss - 1)).toBeLessThan(tolerance);
  const gradients: Record<string, Float64Array> = {};
  for (const [name, { grad }] of reference.parameters()) {
    gradients[name] = grad.data as Float64Array;
  }
  for (const [name, distance] of distances(engine.gradients(), gradients)) {
    expect(distance, name).toBeLessThan(tolerance);
  }
  // What was gathered, and what is measured by it.
  const weights = engine.weights();
  for (const [name, values] of Object.entries(valuesOf(reference, names))) {
    values.forEach((value, i) => {
      const distance = Math.abs(weights[name][i] - value) / Math.max(1, Math.abs(value));
      if (!(distance < 1e-4)) expect.fail(`${name}[${i}]: ${weights[name][i]}, ${value}`);
    });
  }
  reference.training = false;
  const logits = reference.forward(picturesOf(network, [0, 1, 2]));
  const mean = crossEntropy(logits, data.train.labels.subarray(0, 3)).data[0];
  const { losses } = engine.evaluate('train', 0, 3);
  expect(losses.reduce((sum, each) => sum + each, 0) / 3 / mean).toBeCloseTo(1, 4);
}

describe('the general engine against float64', () => {
  it.each(Object.entries(networks))('%s', async (name, network) => {
    // Twenty normalised layers in a row magnify what rounding does to a kink.
    await expectAgreement(network, /normalised/.test(name) ? 5e-3 : 1e-4);
  });

  it('any network', () =>
    fc.assert(
      fc.asyncProperty(anyNetwork, (network) => {
        const isNormalised = allLayers(network.layers).some(
          ({ layer }) => layer.kind === 'batchNorm',
        );
        return expectAgreement(network, isNormalised ? 2e-2 : 1e-3);
      }),
      { seed: 10, numRuns: 40 },
    ));
});
