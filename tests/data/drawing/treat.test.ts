import { describe, expect, it } from 'vitest';
import {
  drawingSide,
  enlargeImage,
  imageAt,
  penWidth,
  rasterizeDrawing,
  roundGrey,
  shrinkDrawing,
  treatDrawing,
  type Dataset,
  type Stroke,
  type TreatedDrawing,
} from '$lib/data';
import { readMini } from '../mnist-source';

const line = (...points: [number, number][]): Stroke => ({
  points: points.map(([x, y]) => ({ x, y })),
  width: penWidth,
});
const treat = (...strokes: Stroke[]) => treatDrawing(rasterizeDrawing({ strokes }));

/** The treatment of strokes that show a digit. */
function treated(...strokes: Stroke[]): TreatedDrawing {
  const treatment = treat(...strokes);
  if (treatment.kind !== 'digit') throw new Error(`expected a digit, got ${treatment.kind}`);
  return treatment;
}

describe('MNIST digits, each pixel drawn 8 × 8', () => {
  const mini = readMini();
  // Training digit 908 lost its last row at MNIST's own border: 19 pixels high, it is scaled up to 20.
  const parts: [string, Dataset, number[]][] = [
    ['the first 1,000 training digits', mini.train, [908]],
    ['the first 500 test digits', mini.test, []],
  ];

  it.each(parts)(
    '%s come back to the byte, but for the rounding to 16 grey levels',
    (_, part, exceptions) => {
      const changed = Array.from({ length: part.count }, (_, i) => i).filter((i) => {
        const image = imageAt(part, i);
        const treatment = treatDrawing(enlargeImage(image));
        if (treatment.kind !== 'digit') return true;
        const expected = roundGrey(image);
        return treatment.image.some((byte, at) => byte !== expected[at]);
      });
      expect(changed).toEqual(exceptions);
    },
  );

  it('merely shrunk they come back as they are', () => {
    const image = imageAt(mini.test, 0);
    expect(shrinkDrawing(enlargeImage(image))).toEqual(image);
  });
});

describe('a vertical line from (60, 30) to (60, 130)', () => {
  const { box, scale, scaled, centre, place, image } = treated(line([60, 30], [60, 130]));

  it('its box is the pen wide and the line and the pen high', () => {
    expect(box).toEqual({ row: 20, column: 50, rows: 100 + penWidth, columns: penWidth });
  });

  it('the longer side becomes 20', () => {
    expect(scale).toBeCloseTo(20 / 120, 12);
    const inked = (row: number) =>
      scaled.subarray(row * 20, row * 20 + 20).some((grey) => grey > 0);
    expect(inked(0) && inked(19)).toBe(true);
  });

  it('the aspect is kept: 20 of 120 are 3⅓ of 20, the last third grey', () => {
    expect([...scaled.subarray(10 * 20 + 7, 10 * 20 + 13)]).toEqual([0, 255, 255, 255, 85, 0]);
  });

  it('its centre of mass falls on pixel (14, 14)', () => {
    expect(centre.row).toBeCloseTo(10, 1);
    expect(centre.column).toBeCloseTo(8 + 5 / 3, 1);
    expect(place).toEqual({ row: 14 - Math.floor(centre.row), column: 5 });
    expect(image[14 * 28 + 14]).toBe(255);
  });
});

describe('wherever and however large it is drawn, it becomes the same image', () => {
  const seven = (left: number, top: number, size: number) =>
    line([left, top], [left + 0.6 * size, top], [left + 0.2 * size, top + size]);
  const image = treated(seven(30, 30, 120)).image;

  it('8 to the right and 16 down', () => {
    expect(treated(seven(38, 46, 120)).image).toEqual(image);
  });

  it('merely shrunk it does not', () => {
    const shrunk = (stroke: Stroke) => shrinkDrawing(rasterizeDrawing({ strokes: [stroke] }));
    expect(shrunk(seven(38, 46, 120))).not.toEqual(shrunk(seven(30, 30, 120)));
  });
});

describe('drawings that show no digit', () => {
  const hatching = Array.from({ length: 24 }, (_, i) => line([0, 10 * i], [drawingSide, 10 * i]));

  it.each<[string, Stroke[], string]>([
    ['nothing', [], 'empty'],
    ['a stroke that never came onto the surface', [line([-20, -20])], 'empty'],
    ['a single dot', [line([100, 100])], 'dot'],
    ['a dot with a tremor', [line([100, 100], [103, 102], [101, 104])], 'dot'],
    ['ink everywhere', hatching, 'full'],
  ])('%s', (_, strokes, kind) => {
    expect(treat(...strokes).kind).toBe(kind);
  });

  it.each([
    [14, 'digit'],
    [15, 'full'],
  ])(
    'of 20 rows %i inked from side to side: %s, for 70% of the square is the most',
    (rows, kind) => {
      // A frame of one pixel keeps the box at 200 × 200, ten pixels of the drawing to one.
      const drawing = new Uint8Array(drawingSide * drawingSide);
      for (let row = 0; row < 200; row++) {
        const inked = row < 10 * rows - 1 ? 200 : 0;
        drawing.fill(255, row * drawingSide, row * drawingSide + inked);
      }
      drawing[199 * drawingSide] = 255;
      expect(treatDrawing(drawing).kind).toBe(kind);
    },
  );
});

it('ink far from the middle keeps its place: the mass decides, not the box', () => {
  const heavyTop = Array.from({ length: 5 }, (_, i) => line([60, 20 + 8 * i], [160, 20 + 8 * i]));
  const { centre, place } = treated(...heavyTop, line([110, 20], [110, 200]));
  expect(centre.row).toBeLessThan(8);
  expect(place.row).toBeGreaterThan(4);
});
