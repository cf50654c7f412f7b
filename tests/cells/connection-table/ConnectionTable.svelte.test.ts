import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import ConnectionTable from '$lib/cells/connection-table/ConnectionTable.svelte';

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('joins 60 of 96 pairs: 1,516 parameters', () => {
  render(ConnectionTable);
  expect(screen.getAllByRole('button', { pressed: true, name: /sees/ })).toHaveLength(60);
  expect(screen.getByRole('status')).toHaveTextContent('60 × 25 + 16 = 1,516 parameters.');
});

test('a column tells what its kernel costs', async () => {
  render(ConnectionTable);
  await press('kernel 15');
  expect(screen.getByRole('status')).toHaveTextContent(
    'Map 15 sees 0, 1, 2, 3, 4, 5: its kernel has 6 × 25 weights, with its bias 151 parameters.',
  );
  await press('kernel 0');
  expect(screen.getByRole('status')).toHaveTextContent('Map 0 sees 0, 1, 2:');
});

test('a pair that is joined adds a sheet of 25 weights; Table I comes back', async () => {
  render(ConnectionTable);
  await press('C3·0 sees S2·3');
  expect(screen.getByRole('status')).toHaveTextContent('61 × 25 + 16 = 1,541 parameters.');
  await press('Table I again');
  expect(document.activeElement).toHaveAccessibleName(/sees S2/);
  expect(screen.getByRole('status')).toHaveTextContent('60 × 25 + 16 = 1,516 parameters.');
});
