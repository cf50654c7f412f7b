import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { readNetwork } from '$lib/network';
import Onward from '$lib/pages/builder/Onward.svelte';

function show(text: string) {
  const reading = readNetwork(text);
  if (!reading.ok) throw new Error(text);
  render(Onward, { network: reading.network });
}

const textOf = (block: string) =>
  ['1x28x28~conv_8_k3_p1~relu~max_k4', ...Array<string>(9).fill(block), 'linear_10'].join('~');
const warning = /9 residual blocks .* no numbers at all/;

test('blocks that start large are told of before the reader trains them', () => {
  show(textOf('res(conv_8_k3_p1_init-he~relu~conv_8_k3_p1_init-he)~relu'));
  expect(screen.getByRole('link', { name: 'Train it' })).toBeVisible();
  expect(screen.getByText(warning)).toBeVisible();
});

test.each(['res(conv_8_k3_p1_init-he~relu~conv_8_k3_p1_init-zero)~relu', 'conv_8_k3_p1_init-he'])(
  'nothing is said of %s',
  (block) => {
    show(textOf(block));
    expect(screen.getByRole('link', { name: 'Train it' })).toBeVisible();
    expect(screen.queryByText(warning)).toBeNull();
  },
);
