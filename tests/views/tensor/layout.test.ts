import { expect, test } from 'vitest';
import { fold, layOut, shownShape } from '$lib/views/tensor/layout';
import { gradOf, indexAt, offsetOf, sizeOf, zeros, type Place } from '$lib/nn';

test('activations are counted without their sample axis, parameters as they are', () => {
  const shown = (place: Place, shape: number[]) => shownShape(place, zeros(shape));
  const output = { layer: 'c3', part: 'output' };
  expect(shown(output, [1, 16, 10, 10])).toEqual([16, 10, 10]);
  expect(shown(gradOf(output), [1, 16, 10, 10])).toEqual([16, 10, 10]);
  expect(shown(gradOf({ layer: 'c3', part: 'weight' }), [16, 6, 5, 5])).toEqual([16, 6, 5, 5]);
  expect(shown({ layer: 'c3', part: 'bias', state: 'updated' }, [16])).toEqual([16]);
  expect(shown({ layer: 'loss' }, [])).toEqual([]);
});

test.each([
  [10, [1, 10]],
  [16, [1, 16]],
  [84, [7, 12]],
  [120, [10, 12]],
  [400, [20, 20]],
  [97, [1, 97]],
])('%i numbers lie in %j', (count, rows) => {
  expect(fold(count)).toEqual(rows);
});

test.each([
  ['[C, H, W] as C maps', [6, 14, 14], {}, [6, 14, 14]],
  ['[C, H, W] as one of them', [6, 14, 14], { channel: 4 }, [1, 14, 14]],
  ['[O, I, kH, kW] as the slices of one kernel', [16, 6, 5, 5], { outer: 7 }, [6, 5, 5]],
  ['[O, 1, kH, kW] as all its kernels', [6, 1, 5, 5], {}, [6, 5, 5]],
  ['[O, 1, kH, kW] as one of them', [6, 1, 5, 5], { outer: 2 }, [1, 5, 5]],
  ['[O, I] folded', [84, 120], { outer: 3, inputs: [120] }, [1, 10, 12]],
  ['[O, I] like the maps it weighs', [120, 400], { outer: 9, inputs: [16, 5, 5] }, [16, 5, 5]],
  ['[N] folded', [120], {}, [1, 10, 12]],
  ['[] as one cell', [], {}, [1, 1, 1]],
])('%s', (_, shape, options, [maps, rows, columns]) => {
  const layout = layOut(shape, options);
  expect(layout).toMatchObject({ maps, rows, columns });

  // Every number of the slice has a cell of its own, in the order in which a canvas draws them.
  const size = maps * rows * columns;
  for (let i = 0; i < size; i += 1) {
    const index = indexAt(shape, layout.start + i);
    const cell = layout.cellOf(index)!;
    expect((cell.map * rows + cell.row) * columns + cell.column).toBe(i);
    expect(layout.indexAt(cell)).toEqual(index);
    expect(offsetOf(shape, layout.indexAt(cell))).toBe(layout.start + i);
  }
  expect(layout.start + size).toBeLessThanOrEqual(sizeOf(shape));
});

test('a number of another kernel, or another channel, is not shown', () => {
  expect(layOut([16, 6, 5, 5], { outer: 7 }).cellOf([6, 0, 0, 0])).toBeUndefined();
  expect(layOut([16, 10, 10], { channel: 7 }).cellOf([8, 0, 0])).toBeUndefined();
});
