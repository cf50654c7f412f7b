import { describe, expect, test } from 'vitest';
import { magnitudeOf, paint, type Palette } from '$lib/figures/colour';

const palette: Palette = {
  zero: [255, 255, 255],
  positive: [0, 0, 0],
  negative: [200, 0, 0],
  absent: [1, 2, 3],
};
const colours = (values: number[], magnitude: number) => {
  const pixels = paint(values, 0, values.length, magnitude, palette);
  return values.map((_, i) => [...pixels.slice(4 * i, 4 * i + 4)]);
};

describe('magnitudeOf', () => {
  test('is the largest magnitude, whichever its sign', () => {
    expect(magnitudeOf([1, -3, 2])).toBe(3);
  });
  test('looks only at the slice it is given', () => {
    expect(magnitudeOf([9, 1, -2, 9], 1, 3)).toBe(2);
  });
  test('is 1 where all is zero, so that zero stays the surface', () => {
    expect(magnitudeOf([0, 0])).toBe(1);
  });
  test('passes over what is not finite', () => {
    expect(magnitudeOf([NaN, Infinity, -0.5])).toBe(0.5);
  });
});

describe('paint', () => {
  test('zero is the surface, ±magnitude are the full colours', () => {
    expect(colours([0, 2, -2], 2)).toEqual([
      [255, 255, 255, 255],
      [0, 0, 0, 255],
      [200, 0, 0, 255],
    ]);
  });
  test('half the magnitude is half the way', () => {
    expect(colours([1], 2)).toEqual([[128, 128, 128, 255]]);
  });
  test('beyond the magnitude the colour goes no further', () => {
    expect(colours([8, -Infinity], 2)).toEqual([
      [0, 0, 0, 255],
      [200, 0, 0, 255],
    ]);
  });
  test('what is not a number has a colour of its own', () => {
    expect(colours([NaN], 2)).toEqual([[1, 2, 3, 255]]);
  });
});
