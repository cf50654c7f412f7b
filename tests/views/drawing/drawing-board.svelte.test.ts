import { expect, test } from 'vitest';
import { DrawingBoard } from '$lib/views/drawing/drawing-board.svelte';

const at = (x: number, y = 10) => ({ x, y });

test('a stroke grows while the pen is down; settled is the drawing without it', () => {
  const board = new DrawingBoard();
  board.begin(at(10));
  board.extend(at(20));
  expect(board.drawing.strokes).toEqual([[at(10), at(20)]]);
  expect(board.settled.strokes).toEqual([]);
  board.lift();
  board.extend(at(30));
  expect(board.settled.strokes).toEqual([[at(10), at(20)]]);
});

test('points that add nothing are left out; places are kept to a tenth, near the surface', () => {
  const board = new DrawingBoard();
  board.begin(at(10.123));
  board.extend(at(11));
  board.extend(at(1e9));
  expect(board.drawing.strokes).toEqual([[at(10.1), at(244)]]);
});

test('undo lifts the pen and takes back the stroke it drew', () => {
  const board = new DrawingBoard();
  board.begin(at(10));
  board.undo();
  expect(board.isDown).toBe(false);
  expect(board.isEmpty).toBe(true);
  expect(board.canUndo).toBe(false);
});

test('clearing an empty surface is nothing to undo', () => {
  const board = new DrawingBoard();
  board.clear();
  expect(board.canUndo).toBe(false);
});

test('a restored drawing is undone stroke by stroke, down to the digit it was drawn on', () => {
  const board = new DrawingBoard();
  const base = new Uint8Array(784).fill(17);
  board.restore({ base, strokes: [[at(1)], [at(2)]] });
  board.undo();
  expect(board.drawing).toEqual({ base, strokes: [[at(1)]] });
  board.undo();
  expect(board.drawing).toEqual({ base, strokes: [] });
  expect(board.canUndo).toBe(false);
});
