import { expect, it } from 'vitest';
import { readNetwork } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { growingBlocks } from '$lib/training';

const of = (notation: string, rule: Parameters<typeof growingBlocks>[1]) => {
  const read = readNetwork(notation);
  if (!read.ok) throw new Error(notation);
  return growingBlocks(read.network, rule);
};
const blocks = (block: string) => `1x28x28~conv_8_k3_p1~${block}~relu~${block}~relu~linear_10`;
const bare = blocks('res(conv_8_k3_p1~relu~conv_8_k3_p1)');

it.each([
  ['He, normal, and nothing small', bare, 'heNormal', 2],
  ['PyTorch’s draws are small enough', bare, 'pytorch', 0],
  ['a zero start', blocks('res(conv_8_k3_p1~relu~conv_8_k3_p1_init-zero)'), 'heNormal', 0],
  ['normalised', blocks('res(conv_8_k3_p1~bn~relu~conv_8_k3_p1~bn)'), 'heNormal', 0],
  [
    'the layers’ own rule',
    blocks('res(conv_8_k3_p1_init-he~relu~conv_8_k3_p1_init-he)'),
    'pytorch',
    2,
  ],
] as const)('%s', (_, notation, rule, count) => {
  expect(of(notation, rule)).toBe(count);
});

it('the presets start small', () => {
  for (const id of ['residual20', 'residual32', 'plain32'] as const) {
    expect(growingBlocks(presetNetwork(id), 'heNormal')).toBe(0);
  }
});
