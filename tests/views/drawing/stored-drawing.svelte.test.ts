import { beforeEach, expect, test } from 'vitest';
import { rememberedDrawing } from '$lib/views/drawing/stored-drawing';

beforeEach(() => sessionStorage.clear());

test('a drawing comes back with the digit it was drawn on', () => {
  const drawing = { strokes: [[{ x: 1.5, y: 2 }], [{ x: -20, y: 244 }]], base: undefined };
  rememberedDrawing.keep(drawing);
  expect(rememberedDrawing.recall()).toEqual(drawing);
  const base = new Uint8Array(784).fill(34, 100, 200);
  rememberedDrawing.keep({ ...drawing, base });
  expect(rememberedDrawing.recall()).toEqual({ ...drawing, base });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another shape', '{"strokes":[[1,2]]}'],
  ['a stroke without points', '{"strokes":[[]]}'],
  ['a place far off the surface', '{"strokes":[[[1e9,0]]]}'],
])('what cannot be read is passed over: %s', (_, text) => {
  sessionStorage.setItem('drawn-digit', text);
  expect(rememberedDrawing.recall()).toBeUndefined();
});
