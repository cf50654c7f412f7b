import '../../figures/no-canvas';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { drawingSide } from '$lib/data';
import { DrawingBoard } from '$lib/views/drawing/drawing-board.svelte';
import Pad from '$lib/views/drawing/Pad.svelte';
import type { PictureRead } from '$lib/views/drawing/read-picture';
import { drawStroke, prepareSurface } from './on-surface';

beforeEach(prepareSurface);

const drawing = new Uint8Array(drawingSide ** 2).fill(255, 5000, 15_000);
const found: PictureRead = {
  kind: 'found',
  photo: { grey: new Uint8Array(4), width: 2, height: 2 },
  background: new Uint8Array(4),
  isInverted: false,
  ink: new Uint8Array(4),
  lineWidth: { before: 5, after: 19 },
  drawing,
};
const file = new File(['x'], 'three.png', { type: 'image/png' });
const upload = () => userEvent.upload(screen.getByLabelText('A photo or picture of a digit'), file);

test('a picture file lies on the surface, and can be undone', async () => {
  const board = new DrawingBoard();
  const onbegin = vi.fn();
  render(Pad, { board, onbegin, lookAt: () => Promise.resolve(found) });
  await upload();
  expect(board.drawing).toEqual({ base: drawing, strokes: [] });
  expect(onbegin).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(board.isEmpty).toBe(true);
});

test.each([
  ['blank', /Nothing on three.png stands out/],
  ['unreadable', /three.png is not a picture that this browser can read/],
  ['too-large', /three.png is larger than 50 MB/],
  ['stopped', /Reading three.png took too long/],
] as const)('a file that gives no digit gets a sentence: %s', async (kind, words) => {
  const board = new DrawingBoard();
  render(Pad, { board, lookAt: () => Promise.resolve({ kind }) });
  await upload();
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(board.isEmpty).toBe(true);
  await drawStroke([40, 30], [140, 180]);
  expect(screen.queryByText(words)).toBeNull();
});

test('of two files the later one counts', async () => {
  const board = new DrawingBoard();
  const answers: ((read: PictureRead) => void)[] = [];
  const lookAt = () => new Promise<PictureRead>((resolve) => answers.push(resolve));
  render(Pad, { board, lookAt });
  await upload();
  await upload();
  answers[1]({ kind: 'blank' });
  answers[0](found);
  expect(await screen.findByText(/stands out/)).toBeInTheDocument();
  expect(board.isEmpty).toBe(true);
});
