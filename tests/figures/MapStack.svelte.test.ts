import './no-canvas';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import MapStack from '$lib/figures/MapStack.svelte';

const props = {
  values: Float64Array.from({ length: 12 }, (_, i) => i),
  maps: 3,
  rows: 2,
  columns: 2,
  magnitude: 11,
  label: 'S2 output',
  name: (map: number) => `channel ${map}`,
};

test('every map has a name and an index below it', () => {
  render(MapStack, props);
  expect(screen.getByRole('group', { name: 'S2 output' })).toBeInTheDocument();
  expect(screen.getByRole('img', { name: 'S2 output: channel 2' })).toBeInTheDocument();
  expect(screen.getByText('2')).toBeInTheDocument();
});

test('Tab stops once in the group, at the map that was opened', async () => {
  const user = userEvent.setup();
  render(MapStack, { ...props, onpick: vi.fn(), cursor: { map: 1, row: 1, column: 0 } });
  await user.tab();
  expect(screen.getByRole('grid', { name: 'S2 output: channel 1' })).toHaveFocus();
  await user.tab();
  expect(document.body).toHaveFocus();
});

test('left and right go on in the neighbouring map', async () => {
  const user = userEvent.setup();
  const onpick = vi.fn();
  render(MapStack, { ...props, onpick });
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('grid', { name: 'S2 output: channel 1' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onpick).toHaveBeenLastCalledWith({ map: 1, row: 1, column: 0 });
  await user.keyboard('{ArrowLeft}{Enter}');
  expect(onpick).toHaveBeenLastCalledWith({ map: 0, row: 1, column: 1 });
});

test('the active cell says its map, its place and its value', async () => {
  const user = userEvent.setup();
  render(MapStack, { ...props, onpick: vi.fn(), cursor: { map: 2, row: 1, column: 1 } });
  await user.tab();
  const grid = screen.getByRole('grid', { name: 'S2 output: channel 2' });
  const id = grid.getAttribute('aria-activedescendant')!;
  expect(document.getElementById(id)).toHaveTextContent('channel 2, row 1, column 1: 11.000');
});
