import { describe, expect, it } from 'vitest';
import {
  addStroke,
  drawingSide,
  emptyDrawing,
  enlargeImage,
  imageSize,
  penWidth,
  rasterizeDrawing,
  smoothPath,
  type Path,
  type Stroke,
} from '$lib/data';

const at = (grey: Uint8Array, x: number, y: number) => grey[y * drawingSide + x];
const sum = (grey: Uint8Array) => grey.reduce((total, byte) => total + byte, 0);
const dot: Stroke = { points: [{ x: 100, y: 60 }], width: penWidth };

describe('rasterizeDrawing', () => {
  it('no strokes → paper', () => {
    expect(sum(rasterizeDrawing(emptyDrawing))).toBe(0);
  });

  it('a dot has the area of a disc as wide as the pen', () => {
    const area = sum(rasterizeDrawing({ strokes: [dot] })) / 255;
    expect(area).toBeCloseTo(Math.PI * (penWidth / 2) ** 2, -1);
  });

  it('a dot is full inside, grey at the edge, and paper outside', () => {
    const grey = rasterizeDrawing({ strokes: [{ ...dot, points: [{ x: 100.5, y: 60.5 }] }] });
    expect(at(grey, 100, 60)).toBe(255);
    expect(at(grey, 110, 60)).toBe(128);
    expect(at(grey, 112, 60)).toBe(0);
  });

  it('strokes that cross do not become darker than ink', () => {
    const once = rasterizeDrawing({ strokes: [dot] });
    expect(rasterizeDrawing({ strokes: [dot, dot] })).toEqual(once);
  });

  it('what is drawn beyond the border is cut off', () => {
    const corner = rasterizeDrawing({ strokes: [{ ...dot, points: [{ x: 0, y: 0 }] }] });
    expect(sum(corner) / 255).toBeCloseTo((Math.PI * (penWidth / 2) ** 2) / 4, -1);
  });

  it('a digit to draw on: each pixel 8 × 8, and ink over it', () => {
    const base = new Uint8Array(imageSize);
    base[2 * 28 + 3] = 99;
    const grey = rasterizeDrawing({ strokes: [dot], base: enlargeImage(base) });
    expect(at(grey, 24, 16)).toBe(99);
    expect(at(grey, 31, 23)).toBe(99);
    expect(at(grey, 32, 23)).toBe(0);
    expect(at(grey, 100, 60)).toBe(255);
  });
});

describe('addStroke', () => {
  const line = {
    points: [
      { x: 20, y: 60 },
      { x: 180, y: 60 },
    ],
    width: penWidth,
  };
  const inked = rasterizeDrawing({ strokes: [line] });

  it('a wider pen leaves more ink, in proportion', () => {
    const wide = rasterizeDrawing({ strokes: [{ ...line, width: 2 * penWidth }] });
    expect(sum(wide) / sum(inked)).toBeGreaterThan(2);
    expect(at(wide, 100, 60 + penWidth - 2)).toBe(255);
    expect(at(inked, 100, 60 + penWidth - 2)).toBe(0);
  });

  it('the eraser takes away what it passes over, and nothing else', () => {
    const erased = addStroke(inked, { ...dot, width: 2 * penWidth, erases: true });
    expect(at(erased, 100, 60)).toBe(0);
    expect(at(erased, 150, 60)).toBe(255);
    expect(addStroke(erased, line)).toEqual(inked);
  });

  it('leaves the picture it is given as it is', () => {
    const before = inked.slice();
    addStroke(inked, dot);
    expect(inked).toEqual(before);
  });
});

describe('smoothPath', () => {
  const stairs: Path = Array.from({ length: 9 }, (_, i) => ({
    x: 16 * Math.ceil(i / 2),
    y: 16 * Math.floor(i / 2),
  }));

  it('begins and ends where the stroke does', () => {
    const smooth = smoothPath(stairs);
    expect(smooth[0]).toEqual(stairs[0]);
    expect(smooth.at(-1)).toEqual(stairs.at(-1));
  });

  it('stairs become a slope: nowhere 4 away from the straight line, where stairs are 8', () => {
    const away = (path: Path) => Math.max(...path.map(({ x, y }) => Math.abs(x - 8 - y) / 2));
    expect(away(stairs)).toBe(4);
    expect(away(smoothPath(stairs).slice(1, -1))).toBeLessThanOrEqual(2);
  });

  it('one or two points stay as they are', () => {
    expect(smoothPath(dot.points)).toBe(dot.points);
    expect(smoothPath(stairs.slice(0, 2))).toEqual(stairs.slice(0, 2));
  });
});
