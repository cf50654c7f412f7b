import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { lenet5Cost } from '$lib/views/network/cost';
import Network from '$lib/views/network/Network.svelte';

// The figure is drawn twice, across and down; a reader sees the one that fits.
test.each([
  ['C1, 6 @ 28×28', 'c1'],
  ['S2, 6 @ 14×14', 's2'],
  ['C3, 16 @ 10×10', 'c3'],
  ['S4, 16 @ 5×5', 's4'],
  ['C5, 120', 'c5'],
  ['F6, 84', 'f6'],
  ['Output, 10', 'output'],
])('the plane %s leads to its lesson', (name, slug) => {
  render(Network);
  const [plane] = screen.getAllByRole('link', { name });
  expect(plane).toHaveAttribute('href', `/en/lessons/${slug}`);
});

test('lenet5Cost: 7 layers, 61,706 parameters', () => {
  expect(lenet5Cost()).toEqual({ layers: 7, parameters: 61706 });
});
