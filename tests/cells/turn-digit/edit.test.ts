import fc from 'fast-check';
import { expect, it } from 'vitest';
import { followHint, hintOf, pixelsChanged } from '$lib/cells/turn-digit/edit';
import { passThrough, pixelGradient } from '$lib/views/sample/pass';
import { sampleDigit, shippedTrace } from '../shipped';

it('following the hint turns the 3 into an 8 within fifty pixels, for the shipped weights', () => {
  const trace = shippedTrace(3, 'trained');
  const { pixels } = sampleDigit(3);
  let image = pixels;
  let answer = 3;
  while (answer !== 8 && pixelsChanged(pixels, image) < 50) {
    const passed = passThrough(trace, image, 8);
    image = followHint(image, hintOf(pixelGradient(trace, passed)));
    const shares = passThrough(trace, image, 8).get('probabilities')!.data;
    answer = shares.indexOf(Math.max(...shares));
  }
  expect(answer).toBe(8);
});

it('a hint changes one pixel at most, towards ink where it is positive and paper where it is negative', () => {
  const hints = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 784,
    maxLength: 784,
  });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 784, maxLength: 784 }), hints, (image, list) => {
      const hint = Float64Array.from(list);
      const next = followHint(image, hint);
      expect(pixelsChanged(image, next)).toBeLessThanOrEqual(1);
      next.forEach((grey, at) => {
        if (grey !== image[at]) expect(grey).toBe(hint[at] > 0 ? 255 : 0);
      });
    }),
    { numRuns: 40 },
  );
});
