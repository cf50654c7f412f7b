import { expect, test } from 'vitest';
import { answerOf, sayShare, sureShare } from '$lib/views/reading/answer';

test('the most probable digit is the answer; the next is named where the first is not sure', () => {
  expect(answerOf([0.1, 0.7, 0.2])).toEqual({ digit: 1, share: 0.7, perhaps: undefined });
  expect(answerOf([0.3, 0.2, 0.5])).toEqual({ digit: 2, share: 0.5, perhaps: 0 });
  expect(answerOf([1 - sureShare, sureShare])?.perhaps).toBeUndefined();
});

test('what is not a number gives no answer', () => {
  expect(answerOf([NaN, 0.5])).toBeUndefined();
  expect(answerOf([])).toBeUndefined();
});

test('a share is said in whole percents, and never as 100% where it is less', () => {
  expect([0.914, 0.004, 0.5, 0.9949].map(sayShare)).toEqual(['91%', '0%', '50%', '99%']);
  expect([0.997, 0.9994].map(sayShare)).toEqual(['99.7%', '99.9%']);
  expect([0.9996, 0.999999, 1].map(sayShare)).toEqual(['> 99.9%', '> 99.9%', '> 99.9%']);
});
