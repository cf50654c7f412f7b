import { expect, test } from 'vitest';
import { lenet5Network, writeNetwork, type Network } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { build, manualSeed } from '$lib/nn';
import { WeightsError, weightsOf, writeSafetensors } from '$lib/training';
import { networkOfFile } from '$lib/views/sample/file-weights';

const then = presetNetwork('lenet5-1998');

/** A file of a network's weights, with these remarks. */
const fileOf = (network: Network, remarks: Readonly<Record<string, string>> = {}) =>
  writeSafetensors(
    { weights: weightsOf(build(network, manualSeed(1)), network) },
    remarks,
    'F32',
    network,
  );

test('a file of 1998 that names its network opens it, prepared as the paper does', () => {
  const loaded = networkOfFile(fileOf(then, { network: writeNetwork(then) }));
  expect(loaded).toMatchObject({ description: then, normalize: 'paper' });
  expect(loaded.network().stateDict()['s2.weight'].data).toHaveLength(6);
});

test.each([
  ['modern weights', 'the network of 1998', fileOf(lenet5Network()), then],
  ['the weights of 1998', 'the modern network', fileOf(then), lenet5Network()],
])(
  '%s, which name no network, are refused by %s: the tensor that does not fit is told',
  (...all) => {
    const [, , file, network] = all;
    let refused: unknown;
    try {
      networkOfFile(file, network);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(WeightsError);
    expect((refused as WeightsError).problem).toMatchObject({ reason: 'network' });
  },
);
