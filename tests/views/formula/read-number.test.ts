import { readNumber } from '$lib/views/formula/read-number';
import { expect, test } from 'vitest';

test.each<[string, number | undefined]>([
  ['28', 28],
  [' -2.5 ', -2.5],
  ['−3', -3],
  ['２８', 28],
  ['二十八', 28],
  ['1e-3', 0.001],
  ['61,706', 61706],
  ['-1,234,567.5', -1234567.5],
  ['3,5', undefined],
  ['1,23', undefined],
  ['.5', 0.5],
  ['', undefined],
  ['abc', undefined],
  ['1e999', undefined],
  ['0x10', undefined],
])('%j → %s', (text, value) => {
  expect(readNumber(text)).toBe(value);
});
