import { expect, test } from 'vitest';
import { measureNetwork } from '$lib/arithmetic';
import { readNetwork } from '$lib/network';
import { presets } from '$lib/network/presets';
import { isTrainable, trainProblem } from '$lib/training';

const can = (text: string) => {
  const read = readNetwork(text);
  return read.ok && isTrainable(read.network);
};

test.each([
  ['a digit has no place on it', '3x224x224~conv_64_k11_s4~relu~linear_10'],
  ['a layer does not fit', '1x28x28~conv_6_k50~linear_10'],
  ['a digit is one of ten', '1x28x28~conv_4_k5~relu~linear_7'],
  ['it does not fit into memory', '1x28x28~conv_500_k3~relu~conv_500_k3~relu~linear_10000'],
])('%s: %s is not trained here', (_, text) => {
  expect(can(text)).toBe(false);
});

test('the presets that read digits are, up to the residual network of 32 layers', () => {
  const ids = presets.filter(({ network }) => isTrainable(network)).map(({ id }) => id);
  for (const id of [
    'lenet5',
    'lenet5-padded',
    'lenet5-1998',
    'd2l',
    'no-border',
    'plain32',
    'residual32',
  ])
    expect(ids).toContain(id);
  for (const id of ['alexnet', 'vgg16']) expect(ids).not.toContain(id);
});

test.each([
  ['many products', '1x224x224~conv_64_k3_p1~relu~conv_64_k3_p1~relu~max_k28~linear_10'],
  ['many parameters', '1x28x28~linear_8000~relu~linear_10'],
])('%s: it says the time and the memory', (_, text) => {
  const read = readNetwork(text);
  if (!read.ok) throw new Error(text);
  const problem = trainProblem(read.network);
  if (problem?.code !== 'too-large') throw new Error('it can be trained');
  const { multiplyAdds, parameters } = measureNetwork(read.network).totals;
  expect(problem.seconds).toBeCloseTo((60_000 * 3 * multiplyAdds) / 2e9);
  expect(problem.bytes).toBe(16 * parameters);
});
