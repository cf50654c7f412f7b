import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Bars from '$lib/figures/Bars.svelte';

const values = [0.1, 0.7, 0.2];

test('a list with a share for each class, and the label marked', () => {
  render(Bars, { values, label: 'Probabilities', answer: 2 });
  const rows = within(screen.getByRole('list', { name: 'Probabilities' })).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
    '0 10.0%',
    '1 70.0%',
    '2 20.0% ◂the label',
  ]);
});

test('a press on a bar picks its class', async () => {
  const onpick = vi.fn();
  render(Bars, { values, label: 'Probabilities', onpick });
  await userEvent.click(screen.getByRole('button', { name: /^1/ }));
  expect(onpick).toHaveBeenCalledExactlyOnceWith(1);
});
