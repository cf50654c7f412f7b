import { describe, expect, it } from 'vitest';
import { imageSize, inputSide, padImage, randomShifts, shiftImage } from '$lib/data';
import { manualSeed } from '$lib/nn';

describe('shiftImage', () => {
  /** One pixel of ink in the middle of background. */
  const dot = new Uint8Array(inputSide * inputSide);
  dot[10 * inputSide + 20] = 255;
  const inkAt = (image: Uint8Array) => {
    const at = image.indexOf(255);
    return at < 0 ? undefined : [Math.floor(at / inputSide), at % inputSide];
  };

  it.each([
    [0, 0, [10, 20]],
    [2, 0, [10, 22]],
    [-2, 0, [10, 18]],
    [0, 3, [13, 20]],
    [0, -3, [7, 20]],
    [11, 21, [31, 31]],
    [12, 0, undefined],
    [0, -11, undefined],
    [0, 40, undefined],
  ])('%i to the right, %i down: ink from row 10, column 20 to %j', (right, down, expected) => {
    expect(inkAt(shiftImage(dot, right, down))).toEqual(expected);
  });

  it('all ink, 1 to the right and 1 up: the left column and the last row are background', () => {
    const moved = shiftImage(new Uint8Array(inputSide * inputSide).fill(255), 1, -1);
    expect(moved.filter((byte) => byte === 0).length).toBe(inputSide + inputSide - 1);
    expect(moved[1]).toBe(255);
    expect(moved[0]).toBe(0);
  });
});

describe('a digit in its border', () => {
  const ink = new Uint8Array(imageSize).fill(255);
  const inkOf = (right: number, down: number) =>
    shiftImage(padImage(ink), right, down).filter((byte) => byte > 0).length;

  it('moves into the border: two pixels either way lose nothing', () => {
    for (const by of [-2, -1, 0, 1, 2]) expect([inkOf(by, 0), inkOf(by, -by)]).toEqual([784, 784]);
  });

  it('three pixels lose a row, four lose two', () => {
    expect([inkOf(3, 0), inkOf(0, -4)]).toEqual([27 * 28, 26 * 28]);
  });
});

describe('randomShifts', () => {
  it('up to 2 pixels: every step from −2 to 2 turns up, none beyond', () => {
    const shifts = randomShifts(200, 2, manualSeed(0));
    expect(shifts.length).toBe(400);
    expect([...new Set(shifts)].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('the same generator gives the same shifts', () => {
    expect(randomShifts(5, 2, manualSeed(3))).toEqual(randomShifts(5, 2, manualSeed(3)));
  });
});
