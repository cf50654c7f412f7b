import '../../figures/no-canvas';
import { configure, fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import Block from '$lib/cells/kernel-block/Block.svelte';

beforeAll(() => configure({ defaultHidden: true }));

const values = Float64Array.from({ length: 150 }, (_, i) => i);
const given = { values, maps: 6, rows: 5, columns: 5, channel: 11 };

test('a kernel is a block of six sheets, the first in front', async () => {
  const onpick = vi.fn();
  render(Block, { ...given, onpick });
  expect(
    screen.getByRole('group', { name: 'Kernel 11: 6 × 5 × 5 weights in one block' }),
  ).toBeVisible();
  const sheets = screen.getAllByRole('grid');
  expect(sheets.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
  await fireEvent.keyDown(sheets[0], { key: 'Enter' });
  expect(onpick).toHaveBeenCalledWith({ map: 0, row: 0, column: 0 });
});

test('it is cut open in front of a sheet, which can then be reached', async () => {
  render(Block, { ...given, onpick: vi.fn() });
  const cut = screen.getByRole('slider', { name: 'Cut it open' });
  await fireEvent.input(cut, { target: { value: '3' } });
  expect(cut).toHaveAttribute('aria-valuetext', 'before the sheet of map 3');
  expect(screen.getByText('In sight: the sheet that lies on map 3.')).toBeInTheDocument();
  expect(screen.getByRole('grid', { name: 'sheet of map 3' }).tabIndex).toBe(0);
});

test('arrow keys go on from sheet to sheet, and the block opens there', async () => {
  render(Block, { ...given, onpick: vi.fn() });
  const [first] = screen.getAllByRole('grid');
  await fireEvent.keyDown(first, { key: 'End' });
  await fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect(screen.getByText('In sight: the sheet that lies on map 1.')).toBeInTheDocument();
  expect(screen.getByRole('grid', { name: 'sheet of map 1' })).toHaveFocus();
});

test('it turns by its slider', async () => {
  render(Block, { ...given, onpick: vi.fn() });
  const turn = screen.getByRole('slider', { name: 'Turn the block' });
  await fireEvent.input(turn, { target: { value: '20' } });
  const block = screen.getByRole('group', { name: /^Kernel 11/ });
  expect(block.style.getPropertyValue('--turn')).toBe('20deg');
});
