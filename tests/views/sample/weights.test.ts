import { lenet5Network, writeNetwork } from '$lib/network';
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readWeightName, runOf, weightChoices } from '$lib/views/sample/weight-choice';
import { loadNetwork } from '$lib/views/sample/weights';
import { lenet5, manualSeed, softmax } from '$lib/nn';
import { defaultSettings, runFromWeights, weightsOf, type Settings } from '$lib/training';
import { memoryStore } from '../../training/memory-store';
import { decodePack, imageAt, networkInput, normalizations } from '$lib/data';
import { gunzipSync } from 'node:zlib';

vi.mock('$app/paths', () => ({ base: '' }));

const read = (path: string) => readFile(new URL(`../../../static${path}`, import.meta.url));
vi.stubGlobal('fetch', async (path: string) => new Response(new Uint8Array(await read(path))));
afterEach(() => vi.clearAllMocks());

const pack = decodePack(gunzipSync(await read('/data/mini.bin')));

/** How many of the first hundred test digits a choice of weights gets right. */
async function rightOf100(choice: (typeof weightChoices)[number]): Promise<number> {
  const network = (await loadNetwork(choice, 0)).network();
  let right = 0;
  for (let i = 0; i < 100; i += 1) {
    const image = networkInput(imageAt(pack.test, i), normalizations.usual);
    const { data } = network.forward(image);
    right += Number(data.indexOf(Math.max(...data)) === pack.test.labels[i]);
  }
  return right;
}

test('fresh weights guess, a thousand digits teach much, all of MNIST nearly everything', async () => {
  const [fresh, mini, trained] = await Promise.all(weightChoices.map(rightOf100));
  expect(fresh).toBeLessThan(30);
  expect(mini).toBeGreaterThan(85);
  expect(trained).toBeGreaterThan(97);
});

test('the hard digits are those that the well-trained network misreads, the worst first', async () => {
  const hard = decodePack(gunzipSync(await read('/data/hard.bin'))).test;
  const network = (await loadNetwork('trained', 0)).network();
  const losses = Array.from({ length: hard.count }, (_, i) => {
    const { data } = softmax(network.forward(networkInput(imageAt(hard, i), normalizations.usual)));
    expect(data.indexOf(Math.max(...data))).not.toBe(hard.labels[i]);
    return -Math.log(data[hard.labels[i]]);
  });
  expect(losses).toEqual([...losses].sort((one, other) => other - one));
});

test.each(['mini', 'trained'])('%s says in its file by which command and seed', async (name) => {
  const file = await read(`/weights/${name}.safetensors`);
  const header = file.subarray(8, 8 + Number(file.readBigUInt64LE(0))).toString();
  const { __metadata__: remarks } = JSON.parse(header) as { __metadata__: Record<string, string> };
  expect(remarks).toMatchObject({ command: 'npm run weights', seed: '0' });
});

test('each call makes a network of its own', async () => {
  const { network: make } = await loadNetwork('trained', 0);
  const [one, other] = [make(), make()];
  one.loadStateDict((await loadNetwork('fresh', 0)).network().stateDict());
  expect(other.stateDict()).toEqual(make().stateDict());
  expect(one.stateDict()).not.toEqual(other.stateDict());
});

describe('the weights of a kept run', () => {
  const weights = weightsOf(lenet5(manualSeed(9)));

  async function storeWith(change: Partial<Settings>) {
    const store = memoryStore();
    const settings = { ...defaultSettings, ...change };
    const { record, checkpoint } = runFromWeights('a1', 0, settings, weights);
    await store.add(record, checkpoint);
    return store;
  }

  test('with how the run was fed its digits', async () => {
    const store = await storeWith({ normalize: 'article' });
    const { network, normalize } = await loadNetwork('run-a1', 0, store);
    expect(normalize).toBe('article');
    expect(network().stateDict()).toEqual(lenet5(manualSeed(9)).stateDict());
  });

  test('of another network: that network; not kept here: refused', async () => {
    const tanh = lenet5Network({ activation: 'Tanh', border: 'zeros' });
    const store = await storeWith({ network: writeNetwork(tanh) });
    const { network, description } = await loadNetwork('run-a1', 0, store);
    expect(description).toEqual(tanh);
    expect(network().modules.get('c1.activation')?.kind).toBe('tanh');
    await expect(loadNetwork('run-b2', 0, store)).rejects.toMatchObject({ problem: 'gone' });
  });

  test('names: those of the page, run-…, and nothing else', () => {
    expect(readWeightName('trained')).toBe('trained');
    expect(readWeightName('run-a1')).toBe('run-a1');
    expect(runOf('run-a1')).toBe('a1');
    expect(readWeightName('run-')).toBeUndefined();
    expect(readWeightName('run-<b>')).toBeUndefined();
    expect(readWeightName('best')).toBeUndefined();
  });
});
