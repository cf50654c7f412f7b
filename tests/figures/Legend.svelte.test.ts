import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Legend from '$lib/figures/Legend.svelte';

test('the scale is symmetric and says its numbers', () => {
  render(Legend, { magnitude: 1.5 });
  expect(screen.getByRole('group', { name: 'Scale of the values' })).toHaveTextContent(
    /-1\.500\s*0\s*1\.500/,
  );
});
