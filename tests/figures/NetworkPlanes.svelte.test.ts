import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import NetworkPlanes from '$lib/figures/NetworkPlanes.svelte';

test('each plane with an address is a link named by its layer and its size', () => {
  render(NetworkPlanes, {
    label: 'The network',
    planes: [
      { name: 'Input', channels: 1, height: 28, width: 28 },
      { name: 'C1', channels: 6, height: 28, width: 28, href: '/en/lessons/c1' },
      { name: 'Output', channels: 10, height: 1, width: 1, href: '/en/lessons/output' },
    ],
  });
  const figure = within(screen.getByRole('group', { name: 'The network' }));
  // Both layouts stand in the document; the style sheet shows one of them.
  const [c1] = figure.getAllByRole('link', { name: 'C1, 6 @ 28×28' });
  expect(c1).toHaveAttribute('href', '/en/lessons/c1');
  const [output] = figure.getAllByRole('link', { name: 'Output, 10' });
  expect(output).toHaveAttribute('href', '/en/lessons/output');
  expect(figure.queryByRole('link', { name: /Input/ })).toBeNull();
});
