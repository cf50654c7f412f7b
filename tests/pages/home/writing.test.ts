import { expect, test } from 'vitest';
import { imageAt, imageSide, sampleTestIndices } from '$lib/data';
import { partlyWritten, strokeOfThree, writtenAt } from '$lib/pages/home/writing';
import { readMini } from '../../data/mnist-source';

const pixels = imageAt(readMini().test, sampleTestIndices[3]);
const when = writtenAt(imageSide, strokeOfThree);
const ink = (bytes: Uint8Array) => bytes.reduce((sum, grey) => sum + grey, 0);

test('every place of the line lies on the digit’s ink', () => {
  const isDark = (x: number, y: number) => pixels[Math.floor(y) * imageSide + Math.floor(x)] > 128;
  for (const [x, y] of strokeOfThree) expect(isDark(x, y), `(${x}, ${y})`).toBe(true);
});

test('the ink comes evenly, and all of it by the end', () => {
  expect(ink(partlyWritten(pixels, when, 0))).toBe(0);
  expect(partlyWritten(pixels, when, 1)).toEqual(pixels);
  let before = 0;
  for (let share = 0.1; share <= 1; share += 0.1) {
    const now = ink(partlyWritten(pixels, when, share));
    expect((now - before) / ink(pixels)).toBeGreaterThan(0.02);
    expect((now - before) / ink(pixels)).toBeLessThan(0.25);
    before = now;
  }
});
