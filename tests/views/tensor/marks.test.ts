import { expect, test } from 'vitest';
import { layOut } from '$lib/views/tensor/layout';
import { framesOf } from '$lib/views/tensor/marks';

const layout = layOut([2, 4, 4]);

test('a full rectangle has one frame in each map', () => {
  const indices = [0, 1].flatMap((map) =>
    [1, 2].flatMap((row) => [0, 1, 2].map((column) => [map, row, column])),
  );
  const frame = { row: 1, column: 0, rows: 2, columns: 3, role: 'input' };
  expect([...framesOf(layout, [{ indices, role: 'input' }])]).toEqual([
    [0, [frame]],
    [1, [frame]],
  ]);
});

test('a number that is named twice counts once', () => {
  const corner = [
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
  ];
  const twice = [...corner, [0, 0, 0]];
  const single = framesOf(layout, [{ indices: twice, role: 'input' }]).get(0);
  expect(single?.every(({ rows, columns }) => rows === 1 && columns === 1)).toBe(true);
  const full = framesOf(layout, [{ indices: [...twice, [0, 1, 1]], role: 'input' }]).get(0);
  expect(full).toEqual([{ row: 0, column: 0, rows: 2, columns: 2, role: 'input' }]);
});

test('scattered numbers have a frame each', () => {
  const frames = framesOf(layout, [
    {
      indices: [
        [0, 0, 0],
        [0, 3, 3],
      ],
      role: 'gradient',
    },
  ]).get(0);
  expect(frames).toEqual([
    { row: 0, column: 0, rows: 1, columns: 1, role: 'gradient' },
    { row: 3, column: 3, rows: 1, columns: 1, role: 'gradient' },
  ]);
});

test('what another slice shows has no frame here', () => {
  expect(
    framesOf(layOut([3, 2, 2, 2], { outer: 1 }), [{ indices: [[0, 0, 0, 0]], role: 'weight' }])
      .size,
  ).toBe(0);
});

test('a number that is listed twice counts once, in a rectangle and alone', () => {
  const row = [0, 1, 2].map((column) => [0, 1, column]);
  const rectangle = framesOf(layout, [{ indices: [...row, row[1]], role: 'input' }]).get(0);
  expect(rectangle).toEqual([{ row: 1, column: 0, rows: 1, columns: 3, role: 'input' }]);
  // Four listings of three numbers in a box of four cells are no rectangle.
  const corner = [
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
    [0, 1, 0],
  ];
  expect(framesOf(layout, [{ indices: corner, role: 'input' }]).get(0)).toHaveLength(3);
});
