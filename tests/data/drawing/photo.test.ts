import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  drawingSide,
  findOnPhoto,
  penWidth,
  rasterizeDrawing,
  treatDrawing,
  type Photo,
} from '$lib/data';

const seven = rasterizeDrawing({
  strokes: [
    {
      points: [
        { x: 50, y: 40 },
        { x: 160, y: 40 },
        { x: 90, y: 185 },
      ],
      width: penWidth,
    },
  ],
});

const imageOf = (picture: Uint8Array) => {
  const treatment = treatDrawing(picture);
  if (treatment.kind !== 'digit') throw new Error(`expected a digit, got ${treatment.kind}`);
  return treatment.image;
};

/** How alike two images are: the cosine of the angle between them, 1 for the same. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const product = (x: Uint8Array, y: Uint8Array) =>
    x.reduce((sum, value, at) => sum + value * y[at], 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

interface Scene {
  /** The photo's sides, and the digit's, in pixels; where the digit lies, in shares of what is free. */
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  /** The grey level of the paper at the left and the right edge, and by how much ink differs from it. */
  readonly left: number;
  readonly right: number;
  readonly ink: number;
  readonly noise: number;
}

/** A photo of the seven on paper with light from one side and noise. */
function photograph({ width, height, size, x, y, left, right, ink, noise }: Scene): Photo {
  const [column0, row0] = [Math.floor(x * (width - size)), Math.floor(y * (height - size))];
  let state = 1;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  const grey = Uint8Array.from({ length: width * height }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    const place = (offset: number) => Math.floor((offset * drawingSide) / size);
    const [r, c] = [place(row - row0), place(column - column0)];
    const isInside = Math.min(r, c) >= 0 && Math.max(r, c) < drawingSide;
    const cover = isInside ? seven[r * drawingSide + c] / 255 : 0;
    const paper = left + ((right - left) * column) / width;
    return Math.max(0, Math.min(255, Math.round(paper + cover * ink + noise * random())));
  });
  return { grey, width, height };
}

const scene = fc.record({
  width: fc.integer({ min: 200, max: 320 }),
  height: fc.integer({ min: 200, max: 320 }),
  size: fc.integer({ min: 110, max: 180 }),
  x: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  y: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  noise: fc.integer({ min: 0, max: 16 }),
});

test('a dark pen on light paper, anywhere, of any size, in uneven light: the same digit', () => {
  const paper = fc.record({
    left: fc.integer({ min: 170, max: 250 }),
    right: fc.integer({ min: 170, max: 250 }),
    ink: fc.integer({ min: -150, max: -80 }),
  });
  fc.assert(
    fc.property(scene, paper, (place, light) => {
      const found = findOnPhoto(photograph({ ...place, ...light }));
      if (found.kind !== 'found') throw new Error('nothing was found');
      expect(found.isInverted).toBe(false);
      expect(likeness(imageOf(found.drawing), imageOf(seven))).toBeGreaterThan(0.93);
    }),
    { seed: 1, numRuns: 12 },
  );
});

test('chalk on a board is inverted', () => {
  const board = fc.record({
    left: fc.integer({ min: 10, max: 70 }),
    right: fc.integer({ min: 10, max: 70 }),
    ink: fc.integer({ min: 80, max: 150 }),
  });
  fc.assert(
    fc.property(scene, board, (place, light) => {
      const found = findOnPhoto(photograph({ ...place, ...light }));
      if (found.kind !== 'found') throw new Error('nothing was found');
      expect(found.isInverted).toBe(true);
      expect(likeness(imageOf(found.drawing), imageOf(seven))).toBeGreaterThan(0.93);
    }),
    { seed: 2, numRuns: 8 },
  );
});

test('bare paper in uneven light and noise is blank', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 60, max: 250 }), (place, left) => {
      const photo = photograph({ ...place, left, right: left / 2, ink: 0 });
      expect(findOnPhoto(photo)).toEqual({ kind: 'blank' });
    }),
    { seed: 3, numRuns: 8 },
  );
});

test.each([
  ['one pixel', 1, 1, () => 0],
  ['a line of pixels', 300, 1, (at: number) => (at % 7) * 40],
  ['a column of pixels', 1, 300, (at: number) => (at % 2) * 255],
  ['a chessboard', 64, 64, (at: number) => ((at + Math.floor(at / 64)) % 2) * 255],
  ['black', 50, 40, () => 0],
])('any picture is read without an error: %s', (_, width, height, level) => {
  const grey = Uint8Array.from({ length: width * height }, (_, at) => level(at));
  const found = findOnPhoto({ grey, width, height });
  expect(['blank', 'found']).toContain(found.kind);
});

test('a thin line is made as wide as the pen, a wide one stays; specks and what lies at the edge go', () => {
  const [width, height] = [400, 300];
  const grey = new Uint8Array(width * height).fill(230);
  const fill = (x: number, y: number, w: number, h: number) => {
    for (let row = y; row < y + h; row++) grey.fill(40, row * width + x, row * width + x + w);
  };
  fill(200, 80, 4, 140);
  fill(60, 60, 3, 3);
  fill(0, 0, 12, 300);
  const thin = findOnPhoto({ grey, width, height });
  if (thin.kind !== 'found') throw new Error('nothing was found');
  expect(thin.lineWidth.before).toBeLessThan(8);
  expect(thin.lineWidth.after).toBeGreaterThan(0.7 * penWidth);
  expect(thin.ink[61 * width + 61]).toBe(0);
  expect(thin.ink[150 * width + 5]).toBe(0);
  expect(thin.ink[150 * width + 201]).toBe(255);
  fill(190, 80, 40, 140);
  const wide = findOnPhoto({ grey, width, height });
  if (wide.kind !== 'found') throw new Error('nothing was found');
  expect(wide.lineWidth.after).toBe(wide.lineWidth.before);
});
