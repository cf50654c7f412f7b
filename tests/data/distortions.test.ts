import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distortImage,
  distortionRanges,
  imageSize,
  randomDistortion,
  type Distortion,
} from '$lib/data';
import { manualSeed } from '$lib/nn';

const still: Distortion = { right: 0, down: 0, scale: 1, squeeze: 1, shear: 0 };
const bytes = fc.uint8Array({ minLength: imageSize, maxLength: imageSize });
const fixed = { seed: 12, numRuns: 50 };

/** An image of one pixel of ink. */
function dot(row: number, column: number): Uint8Array {
  const image = new Uint8Array(imageSize);
  image[28 * row + column] = 255;
  return image;
}

/** Where an image's ink lies on average, and how far its squares lie from there across and down. */
function momentsOf(image: Uint8Array) {
  let [ink, x, y] = [0, 0, 0];
  image.forEach((level, i) => {
    ink += level;
    x += level * (i % 28);
    y += level * Math.floor(i / 28);
  });
  const [column, row] = [x / ink, y / ink];
  let [across, down, both] = [0, 0, 0];
  image.forEach((level, i) => {
    const [dx, dy] = [(i % 28) - column, Math.floor(i / 28) - row];
    across += (level * dx * dx) / ink;
    down += (level * dy * dy) / ink;
    both += (level * dx * dy) / ink;
  });
  return { ink, column, row, across, down, both };
}

/** A square of ink in the middle, 12 × 12. */
const square = Uint8Array.from({ length: imageSize }, (_, i) => {
  const [row, column] = [Math.floor(i / 28), i % 28];
  return row >= 8 && row < 20 && column >= 8 && column < 20 ? 200 : 0;
});

describe('distortImage', () => {
  it('by nothing: every image stays as it is', () => {
    fc.assert(
      fc.property(bytes, (image) => {
        expect([...distortImage(image, still)]).toEqual([...image]);
      }),
      fixed,
    );
  });

  it('by whole pixels: moved there, and what leaves is lost', () => {
    const moved = distortImage(dot(10, 20), { ...still, right: 3, down: -4 });
    expect(moved).toEqual(dot(6, 23));
    const gone = distortImage(dot(10, 20), { ...still, right: 8 });
    expect(gone.every((level) => level === 0)).toBe(true);
  });

  it('by half a pixel: half of the ink in each of two', () => {
    const halved = distortImage(dot(10, 20), { ...still, right: 0.5 });
    expect([halved[28 * 10 + 20], halved[28 * 10 + 21]]).toEqual([128, 128]);
  });

  it.each([
    ['larger', { scale: 1.2 }, 1.2, 1.2],
    ['smaller', { scale: 0.8 }, 0.8, 0.8],
    ['wider and lower', { squeeze: 1.2 }, 1.2, 1 / 1.2],
  ])('%s: so many times as wide and high', (_, change, wide, high) => {
    const [before, after] = [square, distortImage(square, { ...still, ...change })].map(momentsOf);
    expect(Math.sqrt(after.across / before.across) / wide).toBeCloseTo(1, 1);
    expect(Math.sqrt(after.down / before.down) / high).toBeCloseTo(1, 1);
    expect(after.column).toBeCloseTo(13.5, 1);
  });

  it('sheared: rows below move to the left', () => {
    const after = momentsOf(distortImage(square, { ...still, shear: 0.3 }));
    expect(after.both / after.down).toBeCloseTo(-0.3, 1);
    expect(after.down).toBeCloseTo(momentsOf(square).down, 1);
  });
});

describe('randomDistortion', () => {
  it('lies within its ranges, times the factor, and leaves one digit of ten as it is', () => {
    const generator = manualSeed(3);
    const drawn = Array.from({ length: 2000 }, () => randomDistortion(0.5, generator));
    const distorted = drawn.filter((each) => each !== undefined);
    expect(distorted.length / drawn.length).toBeCloseTo(0.9, 1);
    const far = (pick: (each: Distortion) => number) =>
      Math.max(...distorted.map((each) => Math.abs(pick(each))));
    const { move, scale, squeeze, shear } = distortionRanges;
    const cases: [number, number][] = [
      [far(({ right }) => right), move],
      [far(({ down }) => down), move],
      [far((each) => each.scale - 1), scale],
      [far((each) => each.squeeze - 1), squeeze],
      [far((each) => each.shear), shear],
    ];
    for (const [most, range] of cases) {
      expect(most).toBeLessThanOrEqual(0.5 * range);
      expect(most).toBeGreaterThan(0.45 * range);
    }
  });

  it('is the same for the same seed', () => {
    const draw = () => randomDistortion(1, manualSeed(5));
    expect(draw()).toEqual(draw());
  });
});
