import { describe, expect, it } from 'vitest';
import {
  costOf,
  largestDifference,
  placesIn,
  readingsOf,
  rowOf,
  slideByHand,
  slideOnce,
  windowAt,
} from '$lib/cells/row-of-digits/row';
import { padImage } from '$lib/data';
import { tensorOf } from '$lib/nn';
import { sampleDigit, shippedNetwork, shippedTrace } from '../shipped';

const image = (digit: number) => sampleDigit(digit).pixels;
const weights = shippedNetwork('trained').stateDict();

describe('a row', () => {
  it('of one digit is the digit in its border', () => {
    const row = rowOf([image(3)], 0);
    expect(row.width).toBe(32);
    expect(row.pixels).toEqual(padImage(image(3)));
    expect(windowAt(row, 0)).toEqual(row);
  });

  it.each([
    [2, 0, 60],
    [3, 0, 88],
    [3, 5, 100],
    [3, -8, 72],
    [4, 1, 120],
  ])(
    'of %i digits with a gap of %i is %i wide: whole strides, all of the digits',
    (count, gap, width) => {
      const row = rowOf(
        Array.from({ length: count }, () => image(3)),
        gap,
      );
      expect(row.width).toBe(width);
      expect(row.pixels).toHaveLength(32 * width);
      const ink = (pixels: Uint8Array) => pixels.reduce((sum, grey) => sum + grey, 0);
      if (gap >= 0) expect(ink(row.pixels)).toBe(count * ink(image(3)));
    },
  );
});

describe('the network slid over a row', () => {
  const row = rowOf([3, 5, 0].map(image), 0);
  const once = slideOnce(row, weights);

  it('gives at each place the scores of the network on that window alone', () => {
    const byHand = slideByHand(row, weights);
    expect(once.scores).toHaveLength(placesIn(row.width));
    expect(byHand.scores).toHaveLength(placesIn(row.width));
    expect(largestDifference(once, byHand)).toBeLessThan(1e-12);
  });

  it('gives on a digit alone the scores of the trace', () => {
    const alone = slideOnce(rowOf([image(7)], 0), weights);
    expect(alone.scores).toHaveLength(1);
    const trace = shippedTrace(7, 'trained');
    tensorOf(trace, 'output.output').data.forEach((score, digit) =>
      expect(alone.scores[0][digit]).toBeCloseTo(score, 10),
    );
  });

  it('finds digits at their places', () => {
    const readings = readingsOf(once);
    expect(readings.map(({ digit }) => digit)).toEqual([3, 5, 0]);
    readings.forEach(({ place }, at) => expect(Math.abs(place - 7 * at)).toBeLessThanOrEqual(1));
  });

  it('costs less than by hand, and the same where there is one place', () => {
    const single = costOf(32);
    expect(single.once).toBe(single.byHand);
    const { once: shared, byHand } = costOf(88);
    expect(byHand).toBe(15 * single.byHand);
    // C1 on 28 × 84 places, C3 on 10 × 38, C5 on 15, F6 and the output on 15.
    expect(shared).toBe(
      28 * 84 * 6 * 25 + 10 * 38 * 16 * 150 + 15 * (120 * 400 + 84 * 120 + 10 * 84),
    );
  });
});

describe('readings', () => {
  const scores = (best: readonly (readonly [digit: number, score: number])[]) => {
    const all = best.map(([digit, score]) =>
      Array.from({ length: 10 }, (_, each) => (each === digit ? score : 0)),
    );
    return {
      scores: all,
      probabilities: all.map((each) => {
        const sum = each.reduce((total, score) => total + Math.exp(score), 0);
        return each.map((score) => Math.exp(score) / sum);
      }),
    };
  };

  it('one for each peak, none where nothing is likely', () => {
    const found = readingsOf(
      scores([
        [1, 9],
        [1, 7],
        [2, 1],
        [2, 1],
        [2, 1],
        [4, 8],
        [4, 8],
      ]),
    );
    expect(found.map(({ place, digit }) => [place, digit])).toEqual([
      [0, 1],
      [5, 4],
    ]);
  });
});
