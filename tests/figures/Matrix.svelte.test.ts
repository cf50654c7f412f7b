import './no-canvas';
import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Matrix from '$lib/figures/Matrix.svelte';

const values = [9, 0.5, -0.25, 0, 1, 2, 3];
const props = { values, start: 1, rows: 2, columns: 3, magnitude: 3, label: 'C1, channel 0' };

test('without events it is a picture with a name', () => {
  render(Matrix, props);
  expect(screen.getByRole('img', { name: 'C1, channel 0' })).toBeInTheDocument();
  expect(screen.queryByRole('grid')).toBeNull();
});

test('with events it is a grid whose active cell says where it is and what it holds', () => {
  render(Matrix, { ...props, onpick: vi.fn() });
  const grid = screen.getByRole('grid', { name: 'C1, channel 0' });
  expect(grid).toHaveAttribute('aria-rowcount', '2');
  expect(grid).toHaveAttribute('aria-colcount', '3');
  const cell = screen.getByRole('gridcell');
  expect(cell).toHaveTextContent('row 0, column 0: 0.500');
  expect(grid).toHaveAttribute('aria-activedescendant', cell.id);
});

test('arrows move, Enter picks, and the border holds the cursor', async () => {
  const user = userEvent.setup();
  const onpick = vi.fn();
  const onpoint = vi.fn();
  render(Matrix, { ...props, onpick, onpoint });
  await user.tab();
  expect(screen.getByRole('grid')).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('gridcell')).toHaveTextContent('row 0, column 1: -0.250');
  expect(onpoint).toHaveBeenLastCalledWith({ row: 0, column: 1 });
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onpick).toHaveBeenCalledExactlyOnceWith({ row: 1, column: 1 });
});

test('an arrow over the border asks the group first', async () => {
  const user = userEvent.setup();
  const onleave = vi.fn(() => true);
  render(Matrix, { ...props, onpick: vi.fn(), onleave });
  await user.tab();
  await user.keyboard('{ArrowLeft}');
  expect(onleave).toHaveBeenCalledExactlyOnceWith({ row: 0, column: -1 });
});

test('the pointer points at the cell under it, and a click picks it', async () => {
  const onpick = vi.fn();
  const onpoint = vi.fn();
  render(Matrix, { ...props, onpick, onpoint });
  const grid = screen.getByRole('grid');
  grid.getBoundingClientRect = () => new DOMRect(10, 20, 30, 20);
  await fireEvent.pointerMove(grid, { clientX: 35, clientY: 25 });
  expect(onpoint).toHaveBeenLastCalledWith({ row: 0, column: 2 });
  await fireEvent.click(grid, { clientX: 15, clientY: 35, detail: 1 });
  expect(onpick).toHaveBeenLastCalledWith({ row: 1, column: 0 });
  await fireEvent.pointerLeave(grid);
  expect(onpoint).toHaveBeenLastCalledWith(undefined);
});

test('the keyboard goes on from the cell that was opened elsewhere', async () => {
  const user = userEvent.setup();
  const onpick = vi.fn();
  const { rerender } = render(Matrix, { ...props, onpick });
  await rerender({ cursor: { row: 1, column: 2 } });
  await user.tab();
  await user.keyboard('{ArrowLeft}{Enter}');
  expect(onpick).toHaveBeenLastCalledWith({ row: 1, column: 1 });
});
