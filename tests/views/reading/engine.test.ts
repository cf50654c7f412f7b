import { expect, test } from 'vitest';
import { readNetwork } from '$lib/network';
import { loadReader } from '$lib/views/reading/engine';
import { freshNetwork } from '$lib/views/sample/trace-digit';

test('a digit is laid on what the network reads, whatever its size', async () => {
  const read = readNetwork('1x28x28~conv_2_k5_p2~relu~max_k4~linear_10');
  if (!read.ok) throw new Error('the network of this test cannot be read');
  const { network: description } = read;
  const network = () => freshNetwork(0, description);
  const load = () => Promise.resolve({ network, normalize: 'usual', description } as const);
  const reader = await loadReader('run-1', 0, load);
  const { layers, probabilities } = reader.read(new Uint8Array(784));
  expect(layers[0].shape).toEqual([1, 28, 28]);
  expect(probabilities).toHaveLength(10);
});
