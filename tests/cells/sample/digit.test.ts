import { expect, test } from 'vitest';
import { formatPlace, parsePlace } from '$lib/cells/sample/digit';

test.each([
  ['test-18', { part: 'test', index: 18 }],
  ['train-0', { part: 'train', index: 0 }],
  ['train-999', { part: 'train', index: 999 }],
  ['7', { part: 'train', index: 7 }],
  ['1018', { part: 'test', index: 18 }],
])('%s names a digit', (text, place) => {
  expect(parsePlace(text)).toEqual(place);
});

test.each(['', 'three', 'test-500', 'train-1000', '1500', '-1', 'test--1', 'test-1.5', 'TEST-1'])(
  '“%s” names none',
  (text) => {
    expect(parsePlace(text)).toBeUndefined();
  },
);

test('a place is written as it is read', () => {
  expect(formatPlace({ part: 'test', index: 499 })).toBe('test-499');
});
