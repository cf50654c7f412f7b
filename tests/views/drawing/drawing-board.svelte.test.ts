import { expect, test } from 'vitest';
import { rasterizeDrawing, type OnPhoto } from '$lib/data';
import { DrawingBoard } from '$lib/views/drawing/drawing-board.svelte';

const at = (x: number, y = 10) => ({ x, y });
const stroke = (...points: { x: number; y: number }[]) => ({ points, width: 20 });

test('a stroke grows while the pen is down; settled is the drawing without it', () => {
  const board = new DrawingBoard();
  board.begin(at(10));
  board.extend(at(20));
  expect(board.drawing.strokes).toEqual([stroke(at(10), at(20))]);
  expect(board.settled.strokes).toEqual([]);
  board.lift();
  board.extend(at(30));
  expect(board.settled.strokes).toEqual([stroke(at(10), at(20))]);
});

test('points that add nothing are left out; places are kept to a tenth, near the surface', () => {
  const board = new DrawingBoard();
  board.begin(at(10.123));
  board.extend(at(11));
  board.extend(at(1e9));
  expect(board.drawing.strokes).toEqual([stroke(at(10.1), at(244))]);
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
  const base = new Uint8Array(224 * 224).fill(17);
  board.restore({ base, strokes: [stroke(at(1)), stroke(at(2))] });
  board.undo();
  expect(board.drawing).toEqual({ base, strokes: [stroke(at(1))] });
  board.undo();
  expect(board.drawing).toEqual({ base, strokes: [] });
  expect(board.canUndo).toBe(false);
});

test('the width is that of the next stroke, the eraser has one of its own; clearing puts the eraser away', () => {
  const board = new DrawingBoard();
  board.begin(at(10));
  board.lift();
  board.width = 32;
  board.begin(at(15));
  board.lift();
  board.erases = true;
  board.begin(at(20));
  board.lift();
  expect(board.drawing.strokes).toEqual([
    stroke(at(10)),
    { points: [at(15)], width: 32 },
    { points: [at(20)], width: 40, erases: true },
  ]);
  board.clear();
  expect(board.erases).toBe(false);
});

test('the raster is the drawing’s, while the pen is down and after', () => {
  const board = new DrawingBoard();
  const isCurrent = () => expect(board.raster).toEqual(rasterizeDrawing(board.drawing));
  isCurrent();
  for (const [i, erases] of [false, false, true].entries()) {
    board.erases = erases;
    board.begin(at(40 + 20 * i, 40));
    isCurrent();
    board.extend(at(60 + 20 * i, 180));
    board.extend(at(120, 100 + 20 * i));
    isCurrent();
    board.lift();
    isCurrent();
  }
  board.undo();
  isCurrent();
});

test('what is put in the place of all can be undone; a photo’s stages go with its picture', () => {
  const board = new DrawingBoard();
  board.begin(at(10));
  const drawing = new Uint8Array(224 * 224).fill(90);
  const photo: OnPhoto = {
    kind: 'found',
    photo: { grey: drawing, width: 224, height: 224 },
    background: drawing,
    isInverted: false,
    ink: drawing,
    lineWidth: { before: 20, after: 20 },
    drawing,
  };
  board.usePhoto(photo);
  expect(board.drawing).toEqual({ base: drawing, strokes: [] });
  expect(board.photo).toBe(photo);
  board.begin(at(30));
  expect(board.photo).toBe(photo);
  board.undo();
  board.undo();
  expect(board.drawing.strokes).toEqual([stroke(at(10))]);
  expect(board.photo).toBeUndefined();
});
