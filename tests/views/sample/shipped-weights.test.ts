import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test, vi } from 'vitest';
import { decodePack, imageAt, networkInput, normalizations } from '$lib/data';
import { writeNetwork } from '$lib/network';
import { presetNetwork, presets, type PresetId } from '$lib/network/presets';
import { answerOf } from '$lib/nn';
import { choicesOf, usualWeights, weightsFileOf } from '$lib/views/sample/shipped-weights';
import { weightChoices } from '$lib/views/sample/weight-choice';
import { loadNetwork } from '$lib/views/sample/weights';

vi.mock('$app/paths', () => ({ base: '' }));
vi.stubGlobal('fetch', async (path: string) => {
  return new Response(new Uint8Array(readFileSync(`static${path}`)));
});
afterAll(() => vi.unstubAllGlobals());

const offered: Partial<Record<PresetId, readonly string[]>> = {
  lenet5: ['fresh', 'mini', 'trained'],
  'lenet5-1998': ['fresh', 'trained'],
};

test.each(presets.map(({ id }) => id))('%s offers the weights that there are of it', (id) => {
  const text = writeNetwork(presetNetwork(id));
  expect(choicesOf(id)).toEqual(offered[id] ?? ['fresh']);
  expect(choicesOf(text)).toEqual(choicesOf(id));
  expect(usualWeights(text)).toBe(usualWeights(id));
  expect(choicesOf(text)).toContain(usualWeights(text));
});

test('each file of weights is offered for one network', () => {
  const files = presets.flatMap(({ id }) =>
    weightChoices.flatMap((choice) => weightsFileOf(id, choice) ?? []),
  );
  const there = readdirSync('static/weights').filter((name) => name.endsWith('.safetensors'));
  expect(files.map((file) => `${file}.safetensors`).sort()).toEqual(there.sort());
});

test('the trained network of 1998 reads digits as the paper feeds it', async () => {
  const description = presetNetwork('lenet5-1998');
  const loaded = await loadNetwork('trained', 0, undefined, description);
  expect(loaded).toMatchObject({ description, normalize: 'paper', border: 'background' });
  const { test: digits } = decodePack(gunzipSync(readFileSync('static/data/mini.bin')));
  const network = loaded.network();
  const right = Array.from({ length: 100 }, (_, i) => {
    const { data } = network.forward(networkInput(imageAt(digits, i), normalizations.paper));
    return answerOf(data, description) === digits.labels[i];
  });
  expect(right.filter(Boolean).length).toBeGreaterThan(95);
});

test.each([
  ['mini', 'lenet5-1998'],
  ['trained', 'lenet1'],
] as const)('no weights %s of %s: refused', async (weights, id) => {
  await expect(loadNetwork(weights, 0, undefined, presetNetwork(id))).rejects.toThrow(weights);
});
