import { expect, test } from 'vitest';
import { clampCell, moveCursor } from '$lib/figures/cursor';

const at = { row: 1, column: 2 };

test.each([
  ['ArrowUp', { row: 0, column: 2 }],
  ['ArrowDown', { row: 2, column: 2 }],
  ['ArrowLeft', { row: 1, column: 1 }],
  ['ArrowRight', { row: 1, column: 3 }],
  ['Home', { row: 1, column: 0 }],
  ['End', { row: 1, column: 4 }],
])('%s moves from row 1, column 2 of 3 × 5', (key, target) => {
  expect(moveCursor(at, key, false, 3, 5)).toEqual(target);
});

test('Control with Home and End goes to the corners', () => {
  expect(moveCursor(at, 'Home', true, 3, 5)).toEqual({ row: 0, column: 0 });
  expect(moveCursor(at, 'End', true, 3, 5)).toEqual({ row: 2, column: 4 });
});

test('other keys move nothing', () => {
  expect(moveCursor(at, 'a', false, 3, 5)).toBeUndefined();
});

test('an arrow at the border leads outside, and clampCell back in', () => {
  const outside = moveCursor({ row: 0, column: 4 }, 'ArrowRight', false, 3, 5);
  expect(outside).toEqual({ row: 0, column: 5 });
  expect(clampCell(outside!, 3, 5)).toEqual({ row: 0, column: 4 });
});
