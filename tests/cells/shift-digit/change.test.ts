import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeImage, noChange, shareChanged } from '$lib/cells/shift-digit/change';
import { shiftImage } from '$lib/data';
import { tensorOf } from '$lib/nn';
import { passThrough, pixelGradient } from '$lib/views/sample/pass';
import { sampleDigit, shippedTrace } from '../shipped';

const image = fc.uint8Array({ minLength: 784, maxLength: 784 });

describe('a changed digit', () => {
  it('moved by whole pixels is the digit that the training’s shifts make', () => {
    fc.assert(
      fc.property(
        image,
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (pixels, right, down) => {
          expect(changeImage(pixels, { ...noChange, right, down })).toEqual(
            shiftImage(pixels, right, down, [28, 28]),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('turned by a quarter is its columns as rows; four quarters are none', () => {
    fc.assert(
      fc.property(image, (pixels) => {
        const turned = changeImage(pixels, { ...noChange, turn: 90 });
        for (const [row, column] of [
          [0, 0],
          [3, 17],
          [27, 5],
        ])
          expect(turned[column * 28 + (27 - row)]).toBe(pixels[row * 28 + column]);
        expect(changeImage(pixels, { ...noChange, turn: 360 })).toEqual(pixels);
      }),
      { numRuns: 20 },
    );
  });

  it('erased and sprinkled: paper in the square, the same noise each time, and never out of range', () => {
    const { pixels } = sampleDigit(8);
    const change = { ...noChange, noise: 0.5, erased: [{ row: 14, column: 14 }] };
    const changed = changeImage(pixels, change);
    for (let row = 12; row <= 16; row += 1)
      for (let column = 12; column <= 16; column += 1) expect(changed[row * 28 + column]).toBe(0);
    expect(changeImage(pixels, change)).toEqual(changed);
    expect(changed).not.toEqual(pixels);
  });
});

describe('another image through a trace’s network', () => {
  const trace = shippedTrace(3, 'trained');
  it('is what a trace of it would be, down to the gradients', () => {
    const other = shippedTrace(8, 'trained');
    const passed = passThrough(trace, sampleDigit(8).pixels, 8);
    for (const name of ['input', 'c3.output', 'probabilities', 'loss']) {
      expect(passed.get(name)).toEqual(tensorOf(other, name));
    }
  });

  it('has a gradient for each pixel: what a small change of it does to the loss', () => {
    const { pixels } = sampleDigit(3);
    const gradient = pixelGradient(trace, passThrough(trace, pixels, 8)).data;
    const strongest = gradient.reduce(
      (best, value, at) => (Math.abs(value) > Math.abs(gradient[best]) ? at : best),
      0,
    );
    const [row, column] = [Math.floor(strongest / 32) - 2, (strongest % 32) - 2];
    const lossWith = (grey: number) => {
      const changed = Uint8Array.from(pixels);
      changed[row * 28 + column] = grey;
      return passThrough(trace, changed, 8).get('loss')!.data[0];
    };
    const grey = Math.max(1, Math.min(254, pixels[row * 28 + column]));
    const slope = ((lossWith(grey + 1) - lossWith(grey - 1)) / 2) * 255 * 0.3081;
    expect(Math.sign(slope)).toBe(Math.sign(gradient[strongest]));
    expect(Math.abs(slope / gradient[strongest] - 1)).toBeLessThan(0.25);
  });
});

it('a shift by a pixel changes S2 less than C1, and the answer not at all', () => {
  const trace = shippedTrace(3, 'trained');
  const { pixels } = sampleDigit(3);
  for (const [right, down] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]) {
    const moved = passThrough(trace, changeImage(pixels, { ...noChange, right, down }), 3);
    const share = (name: string) => shareChanged(tensorOf(trace, name), moved.get(name)!);
    expect(share('s2.output')).toBeLessThan(share('c1.activation'));
  }
});
