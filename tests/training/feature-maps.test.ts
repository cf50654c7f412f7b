import { describe, expect, it } from 'vitest';
import { imageAt, networkInput, normalizations } from '$lib/data';
import { lenet5Network, writeNetwork, type Network } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { build, manualSeed, traceSample } from '$lib/nn';
import { beginningParameters, featureMaps, weightsOf } from '$lib/training';
import { firstDigits } from '../kernels/digits';

const digit = imageAt(firstDigits(1, 1).test, 0);

const cases: readonly (readonly [string, Network, Readonly<Record<string, string>>])[] = [
  [
    'the article’s LeNet-5',
    lenet5Network(),
    { c1: 'c1.activation', s2: 's2.output', c3: 'c3.activation', s4: 's4.output' },
  ],
  [
    'the old one, tanh and average pooling',
    lenet5Network({ activation: 'Tanh', pooling: 'average', border: 'zeros' }),
    { c1: 'c1.activation', s2: 's2.output', c3: 'c3.activation', s4: 's4.output' },
  ],
  [
    'a residual network, up to its first block',
    presetNetwork('residual20'),
    { conv1: 'relu1.output', pool1: 'pool1.output', pool2: 'pool2.output' },
  ],
];

describe('featureMaps', () => {
  it.each(cases)('%s → the trace of the reference network', (_name, description, names) => {
    const network = build(description, manualSeed(5));
    const weights = weightsOf(network, description);
    const looked = beginningParameters(description);
    const parameters = Object.fromEntries(looked.map((name) => [name, weights[name]]));
    const settings = { network: writeNetwork(description), normalize: 'article' } as const;
    const maps = featureMaps(digit, parameters, settings);
    const [, height, width] = description.input;
    const input = networkInput(digit, normalizations.article, [height, width]);
    const { tensors } = traceSample(network, input, 7);
    expect(maps.map(({ layer }) => layer)).toEqual(Object.keys(names));
    for (const { layer, maps: made } of maps) {
      expect(made.data).toEqual(tensors.get(names[layer])?.data);
    }
  });
});
