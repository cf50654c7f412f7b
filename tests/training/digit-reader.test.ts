import { describe, expect, it } from 'vitest';
import { imageAt, networkInput, normalizations } from '$lib/data';
import { lenet5Network, writeNetwork, type Network } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { build, manualSeed, traceSample } from '$lib/nn';
import { weightsOf } from '$lib/training';
import { digitReader, readsQuickly } from '$lib/training/digit-reader';
import { firstDigits } from '../kernels/digits';

const digit = imageAt(firstDigits(1, 1).test, 0);

const cases: readonly (readonly [string, Network, string])[] = [
  ['the article’s LeNet-5', lenet5Network(), 'c1.activation'],
  ['the same with tanh', lenet5Network({ activation: 'Tanh' }), 'c1.activation'],
  ['a residual network', presetNetwork('residual20'), 'relu1.output'],
];

describe('digitReader', () => {
  it.each(cases)('%s → the trace of the reference network', (_name, description, found) => {
    const network = build(description, manualSeed(5));
    const settings = { network: writeNetwork(description), normalize: 'article' } as const;
    const reading = digitReader(settings)(weightsOf(network, description), digit);
    const [, height, width] = description.input;
    const input = networkInput(digit, normalizations.article, [height, width]);
    const { tensors } = traceSample(network, input, 7);
    const expected = tensors.get('probabilities')?.data ?? [];
    expect([...reading.probabilities]).toEqual([...expected].map(Math.fround));
    expect([...(reading.found?.values ?? [])]).toEqual(
      [...(tensors.get(found)?.data ?? [])].map(Math.fround),
    );
  });

  it('LeNet-5 is read while it trains, VGG-16 would hold it up', () => {
    expect(readsQuickly({ network: writeNetwork(lenet5Network()) })).toBe(true);
    expect(readsQuickly({ network: writeNetwork(presetNetwork('vgg16')) })).toBe(false);
  });
});
