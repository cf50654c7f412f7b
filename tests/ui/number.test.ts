import { readNumber } from '$lib/ui/number';
import { expect, test } from 'vitest';

// Some of these took minutes: a reader may paste anything.
test.each([
  '1'.repeat(200_000) + 'x',
  '1,234'.repeat(50_000),
  ' '.repeat(200_000) + 'x',
  '二'.repeat(200_000),
  '1e'.repeat(100_000),
])('%# a long text is no number', (text) => {
  expect(readNumber(text)).toBeUndefined();
});

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
  ['1e999', Infinity],
  ['-1e999', -Infinity],
  ['６１，７０６', 61706],
  ['61\u00a0706', 61706],
  ['1,234 567', undefined],
  ['12,34', undefined],
  ['0x10', undefined],
])('%j → %s', (text, value) => {
  expect(readNumber(text)).toBe(value);
});
