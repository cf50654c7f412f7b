import { describe, expect, it } from 'vitest';
import { imageSize, normalizations } from '$lib/data';
import { createGeneralEngine, createKernelEngine, type KernelEngine } from '$lib/kernels';
import { readGeneralKernels, readKernels } from '$lib/kernels/node';
import { lenet5Network } from '$lib/network';
import { manualSeed } from '$lib/nn';
import { ReferenceEngine, startingWeights, defaultSettings } from '$lib/training';
import { pytorchNames } from '$lib/network';
import { firstDigits } from './digits';

/* Digits that are in no part of the data: they are given with the batch. */

const data = firstDigits(40, 5);
const normalization = normalizations.usual;
const weights = startingWeights(defaultSettings, manualSeed(4));
const names = pytorchNames(lenet5Network().layers);
const rule = { lr: 0.01, momentum: 0.9, weightDecay: 0 };
const [fused, general] = [await readKernels(), await readGeneralKernels()];

const makers: Record<string, () => Promise<KernelEngine | ReferenceEngine>> = {
  fused: () => createKernelEngine({ module: fused, data, normalization }),
  general: () =>
    createGeneralEngine({
      ...{ module: general, data, normalization, network: lenet5Network() },
      nameOf: (layer) => names.get(layer) ?? layer,
    }),
  reference: async () => new ReferenceEngine({ data, normalize: 'usual', optimizer: 'sgd' }),
};

/** The images of some training samples, one after the other. */
const imagesOf = (indices: readonly number[]) =>
  Uint8Array.from(
    indices.flatMap((i) => [...data.train.images.subarray(i * imageSize, (i + 1) * imageSize)]),
  );

describe.each(Object.entries(makers))('%s', (_, make) => {
  async function fresh() {
    const engine = await make();
    engine.loadWeights(weights);
    return engine;
  }
  const batch = [3, 30, 17, 5, 9, 0, 21, 8, 12, 39];

  it('a sample’s own image: as without it, bit for bit', async () => {
    const [one, other] = [await fresh(), await fresh()];
    const given = one.trainBatch(Uint32Array.from(batch), rule, undefined, imagesOf(batch));
    expect(given).toEqual(other.trainBatch(Uint32Array.from(batch), rule));
    expect(one.weights()).toEqual(other.weights());
  });

  it('an image of another: the sample’s label, the image that is given, and none is left behind', async () => {
    const [one, other] = [await fresh(), await fresh()];
    const blank = new Uint8Array(batch.length * imageSize);
    const found = one.trainBatch(Uint32Array.from(batch), rule, undefined, blank);
    expect(found).not.toEqual(other.trainBatch(Uint32Array.from(batch), rule));
    one.loadWeights(weights);
    other.loadWeights(weights);
    expect(one.trainBatch(Uint32Array.from(batch), rule)).toEqual(
      other.trainBatch(Uint32Array.from(batch), rule),
    );
    expect(one.evaluate('test', 0, 5)).toEqual(other.evaluate('test', 0, 5));
  });
});
