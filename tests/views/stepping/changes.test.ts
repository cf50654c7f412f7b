import { expect, test } from 'vitest';
import { changesOf, signedPoints } from '$lib/views/stepping/changes';

test('10.4% → 10.9% is +0.50', () => {
  const [change] = changesOf([0.104], [0.109]);
  expect(change.before).toBeCloseTo(10.4, 10);
  expect(change.after).toBeCloseTo(10.9, 10);
  expect(signedPoints(change.by)).toBe('+0.50');
});

test.each([
  [0, '±0.00'],
  [-12.34, '−12.34'],
  [0.0042, '+0.004'],
  [-0.000012, '−0.00001'],
  [NaN, 'NaN'],
])('a change of %d points reads %s', (by, text) => expect(signedPoints(by)).toBe(text));
