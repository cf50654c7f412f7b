import { describe, expect, it } from 'vitest';
import { imageAt, networkInput, normalizations } from '$lib/data';
import { createKernelEngine } from '$lib/kernels';
import { readKernels } from '$lib/kernels/node';
import { lenet5, manualSeed, traceSample } from '$lib/nn';
import { featureMaps, weightsOf } from '$lib/training';
import { firstDigits } from '../kernels/digits';

const data = firstDigits(1, 1);
const digit = imageAt(data.test, 0);
const weights = weightsOf(lenet5(manualSeed(5)));

describe('featureMaps', () => {
  it('ReLU and max pooling → the trace of the reference network', () => {
    const settings = { activation: 'relu', pooling: 'max', normalize: 'usual' } as const;
    const maps = featureMaps(digit, weights, settings);
    const input = networkInput(digit, normalizations.usual);
    const { tensors } = traceSample(lenet5(manualSeed(5)), input, 7);
    const names = { c1: 'c1.activation', s2: 's2.output', c3: 'c3.activation', s4: 's4.output' };
    for (const [layer, name] of Object.entries(names)) {
      expect(maps[layer as keyof typeof maps].data).toEqual(tensors.get(name)?.data);
    }
  });

  it.each([
    ['relu', 'average'],
    ['tanh', 'max'],
    ['scaledTanh', 'average'],
  ] as const)('%s and %s pooling → what the kernels make of it', async (activation, pooling) => {
    const normalization = normalizations.article;
    const module = await readKernels();
    const engine = await createKernelEngine({ module, data, normalization, activation, pooling });
    engine.loadWeights(weights);
    const { conv1, conv2 } = engine.evaluate('test', 0, 1).peaks;
    const maps = featureMaps(digit, weights, { activation, pooling, normalize: 'article' });
    const peak = (values: Float64Array, unit: number, units: number) =>
      Math.max(
        ...values.subarray((unit * values.length) / units, ((unit + 1) * values.length) / units),
      );
    conv1.forEach((value, unit) => expect(peak(maps.s2.data, unit, 6)).toBeCloseTo(value, 5));
    conv2.forEach((value, unit) => expect(peak(maps.s4.data, unit, 16)).toBeCloseTo(value, 5));
  });
});
