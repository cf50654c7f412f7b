import { describe, expect, it } from 'vitest';
import { normalizations } from '$lib/data';
import { createKernelEngine, type ParameterValues } from '$lib/kernels';
import { readKernels } from '$lib/kernels/node';
import { firstDigits } from './digits';
import { createReference } from './reference';

const module = await readKernels();
const data = firstDigits(40, 3);

const cases = (['relu', 'tanh', 'scaledTanh'] as const).flatMap((activation) =>
  (['max', 'average'] as const).flatMap((pooling) =>
    (['usual', 'article'] as const).map((normalization) => ({
      activation,
      pooling,
      normalization,
    })),
  ),
);

/** The largest difference, relative to the largest magnitude of the tensor that it is in. */
function distance(actual: ParameterValues, expected: ParameterValues): number {
  const distances = Object.keys(expected).map((name) => {
    const scale = expected[name].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const most = expected[name].reduce(
      (worst, value, i) => Math.max(worst, Math.abs(actual[name][i] - value)),
      0,
    );
    return most / scale;
  });
  return Math.max(...distances);
}

const still = { lr: 0, momentum: 0, weightDecay: 0 };

describe('gradients of the kernels against float64', () => {
  it.each(cases)('$activation, $pooling pooling, $normalization normalisation', async (options) => {
    const normalization = normalizations[options.normalization];
    const reference = createReference(data.train, { ...options, normalization, seed: 1 });
    const engine = await createKernelEngine({ ...options, module, data, normalization });
    engine.loadWeights(reference.weights);
    // Two shards and a part of a third, in no order, one sample twice.
    const indices = [3, 39, 0, 17, 5, 5, 21, 8, 30, 11, 26, 2, 38, 19, 7, 33, 12, 1, 29];
    const expected = reference.measure(indices);
    const { loss } = engine.trainBatch(Uint32Array.from(indices), still);
    const mean = expected.losses.reduce((sum, each) => sum + each, 0) / indices.length;
    expect(Math.abs(loss / mean - 1)).toBeLessThan(1e-6);
    expect(distance(engine.gradients(), expected.gradients)).toBeLessThan(2e-5);
  });
});
