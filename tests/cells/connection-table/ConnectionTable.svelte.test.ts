import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import ConnectionTable from '$lib/cells/connection-table/ConnectionTable.svelte';

test('wires 60 of 96 pairs, ten to each map of S2', () => {
  render(ConnectionTable);
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  const wired = rows.map((row) => within(row).queryAllByText('sees it').length);
  expect(wired).toEqual([10, 10, 10, 10, 10, 10]);
  expect(screen.getByText(/60 of 96 pairs are wired: 60 × 25 \+ 16 = 1,516/)).toBeInTheDocument();
});

test('a column tells what its kernel costs', async () => {
  render(ConnectionTable);
  await userEvent.click(screen.getByRole('button', { name: 'Map 15 of C3' }));
  expect(screen.getByRole('status')).toHaveTextContent(
    'Map 15 sees 0, 1, 2, 3, 4, 5: its kernel has 6 × 25 weights, with its bias 151 parameters.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Map 0 of C3' }));
  expect(screen.getByRole('status')).toHaveTextContent('Map 0 sees 0, 1, 2:');
});
