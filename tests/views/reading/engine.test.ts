import { expect, test } from 'vitest';
import { readNetwork } from '$lib/network';
import { loadReader, microscopeQuery, withOpened } from '$lib/views/reading/engine';
import { defaultLink, readLink } from '$lib/views/stepping/link';
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

test('a link into the microscope keeps the weights, also where there is no digit yet', () => {
  const linkOf = (query: string) => readLink(new URLSearchParams(query)).link;
  const query = microscopeQuery(undefined, { weights: 'mini', seed: 4 });
  expect(linkOf(query)).toEqual({ ...defaultLink, weights: 'mini', seed: 4 });
  const pixel = { tensor: 'input', index: [0, 30, 1] };
  expect(linkOf(withOpened(query, pixel))).toMatchObject({
    weights: 'mini',
    open: 'input[0,30,1]',
  });
});
