import { beforeEach, expect, test } from 'vitest';
import { rememberedDrawing } from '$lib/views/drawing/stored-drawing';

beforeEach(() => sessionStorage.clear());

test('a drawing comes back with the digit it was drawn on', () => {
  const drawing = {
    strokes: [
      { points: [{ x: 1.5, y: 2 }], width: 12 as const, erases: undefined },
      { points: [{ x: -20, y: 244 }], width: 32 as const, erases: true },
    ],
    base: undefined,
  };
  rememberedDrawing.keep(drawing);
  expect(rememberedDrawing.recall()).toEqual(drawing);
  const base = new Uint8Array(224 * 224).fill(34, 100, 200);
  rememberedDrawing.keep({ ...drawing, base });
  expect(rememberedDrawing.recall()).toEqual({ ...drawing, base });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another shape', '{"strokes":[[1,2]]}'],
  ['a stroke without points', '{"strokes":[{"points":[],"width":20}]}'],
  ['a place far off the surface', '{"strokes":[{"points":[[1e9,0]],"width":20}]}'],
  ['a pen that there is not', '{"strokes":[{"points":[[1,1]],"width":2000}]}'],
  ['a picture of another size', '{"strokes":[],"base":"AAAA"}'],
  ['a picture that is none', '{"strokes":[],"base":"%"}'],
])('what cannot be read is passed over: %s', (_, text) => {
  sessionStorage.setItem('drawn-digit', text);
  expect(rememberedDrawing.recall()).toBeUndefined();
});
