import { expect, test } from 'vitest';
import { conesOf, narrow, stationsOf, wide, type Box } from '$lib/pages/home/plan';
import { lenet5Counts, lenet5Shapes } from '$lib/pages/home/shapes';
import { indexOf, largestIn, tilesOf } from '$lib/pages/home/tiles';
import { offsetOf } from '$lib/nn';

const shapes = lenet5Shapes();
const layers = shapes.slice(0, -1);

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('the shapes are those of the network, the input first', () => {
  const names = 'input c1 s2 c3 s4 c5 f6 output'.split(' ');
  expect(shapes.map(({ layer }) => layer)).toEqual(names);
  expect(shapes[1].window).toEqual({ kernelSize: 5, stride: 1, padding: 0 });
  expect(shapes.find(({ layer }) => layer === 'c3')).toMatchObject({
    maps: 16,
    rows: 10,
    columns: 10,
  });
  expect(Object.values(lenet5Counts()).reduce((sum, count) => sum + count)).toBe(61_706);
});

test('in the wide strip every layer has a place, all of them in sight and none over another', () => {
  const boxes = layers.map((shape) => stationsOf(shape).wide!.box);
  for (const [i, box] of boxes.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(2 * wide.middle);
    expect(box.x + box.width).toBeLessThan(wide.bars.x);
    for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
  }
});

test('in the narrow strip too, but for the input, which the pad shows', () => {
  const boxes = layers.flatMap((shape) => stationsOf(shape).narrow?.box ?? []);
  expect(boxes).toHaveLength(layers.length - 1);
  for (const [i, box] of boxes.entries()) {
    expect(box.x + box.width).toBeLessThanOrEqual(narrow.width);
    expect(box.y + box.height).toBeLessThanOrEqual(narrow.height);
    for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
  }
});

test('the tiles of a layer show each of its numbers once in either layout', () => {
  for (const shape of layers) {
    for (const layout of ['wide', 'narrow'] as const) {
      const tiles = tilesOf(shape).filter((tile) => tile[layout]);
      if (tiles.length === 0) continue;
      const numbers = tiles.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
      expect(numbers).toBe(shape.maps * shape.rows * shape.columns);
    }
  }
});

test('a window covers exactly what makes its cell', () => {
  const cones = conesOf(layers);
  expect(cones).toHaveLength(4);
  for (const { window, cell } of cones) {
    expect(window.width).toBeCloseTo(window.height);
    expect(cell.width).toBeCloseTo(cell.height);
    expect(window.x + window.width).toBeLessThan(cell.x);
  }
});

test('indexOf is the inverse of offsetOf; largestIn finds the first of the largest', () => {
  const shape = [3, 4, 5];
  for (let place = 0; place < 60; place++) {
    expect(offsetOf(shape, indexOf(place, shape))).toBe(place);
  }
  expect(largestIn([1, 5, 2, 5, 9], 0, 4)).toBe(1);
  expect(largestIn([9, 0, 2, 3], 1, 4)).toBe(3);
});
