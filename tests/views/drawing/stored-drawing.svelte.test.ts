import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storedDrawing, storeDrawing } from '$lib/views/drawing/stored-drawing';

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

test('a drawing comes back with the digit it was drawn on', () => {
  const drawing = { strokes: [[{ x: 1.5, y: 2 }], [{ x: -20, y: 244 }]], base: undefined };
  storeDrawing(drawing);
  expect(storedDrawing()).toEqual(drawing);
  const base = new Uint8Array(784).fill(34, 100, 200);
  storeDrawing({ ...drawing, base });
  expect(storedDrawing()).toEqual({ ...drawing, base });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another shape', '{"strokes":[[1,2]]}'],
  ['a stroke without points', '{"strokes":[[]]}'],
  ['a place far off the surface', '{"strokes":[[[1e9,0]]]}'],
])('what cannot be read is passed over: %s', (_, text) => {
  sessionStorage.setItem('drawn-digit', text);
  expect(storedDrawing()).toBeUndefined();
});

test('a browser that forbids storage is no error', () => {
  const forbid = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(forbid);
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(forbid);
  expect(() => storeDrawing({ strokes: [] })).not.toThrow();
  expect(storedDrawing()).toBeUndefined();
});
