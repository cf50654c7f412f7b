import { expect, test } from 'vitest';
import { formatDigit, needsFull, parseDigit } from '$lib/views/sample/digit';

test.each([
  ['test-18', { part: 'test', index: 18 }],
  ['train-0', { part: 'train', index: 0 }],
  ['train-999', { part: 'train', index: 999 }],
  ['test-9729', { part: 'test', index: 9729 }],
  ['test-9999', { part: 'test', index: 9999 }],
  ['train-59999', { part: 'train', index: 59_999 }],
  ['7', { part: 'train', index: 7 }],
  ['1018', { part: 'test', index: 18 }],
])('%s names a digit', (text, place) => {
  expect(parseDigit(text)).toEqual(place);
});

test.each([
  '',
  'three',
  'test-10000',
  'train-60000',
  '1500',
  '-1',
  'test--1',
  'test-1.5',
  'TEST-1',
])('“%s” names none', (text) => {
  expect(parseDigit(text)).toBeUndefined();
});

test.each([
  ['test-499', false],
  ['test-2597', false],
  ['test-500', true],
  ['train-1000', true],
])('%s: only all of MNIST has it: %s', (text, needed) => {
  const name = parseDigit(text);
  expect(name && needsFull(name)).toBe(needed);
});

test('a place is written as it is read', () => {
  expect(formatDigit({ part: 'test', index: 499 })).toBe('test-499');
});

test('a drawn digit that nobody has said what it is is marked so', () => {
  // A link has sixteen grey levels.
  const pixels = new Uint8Array(784).fill(17, 300, 320);
  const name = { part: 'drawn', label: 7, pixels, isAssumed: true } as const;
  expect(formatDigit(name)).toMatch(/^drawn-~7-./);
  expect(parseDigit(formatDigit(name))).toEqual(name);
});

test('a drawn digit is all in its name', () => {
  const pixels = Uint8Array.from({ length: 784 }, (_, i) => 17 * (i % 16));
  const name = { part: 'drawn', label: 7, pixels } as const;
  expect(formatDigit(name)).toMatch(/^drawn-7-./);
  expect(parseDigit(formatDigit(name))).toEqual(name);
  expect(parseDigit('drawn-7-abc')).toBeUndefined();
});
