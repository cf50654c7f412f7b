import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDigit, encodeDigit, imageAt, imageSize, roundGrey } from '$lib/data';
import { readMini } from '../mnist-source';

const { test } = readMini();

describe('encodeDigit and decodeDigit', () => {
  it('any image comes back in 16 grey levels', () => {
    const image = fc.uint8Array({ minLength: imageSize, maxLength: imageSize });
    fc.assert(
      fc.property(image, (bytes) => {
        expect(decodeDigit(encodeDigit(bytes))).toEqual(roundGrey(bytes));
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('500 MNIST digits come back, each in at most 220 characters that need no escape', () => {
    for (let i = 0; i < test.count; i++) {
      const text = encodeDigit(imageAt(test, i));
      expect(decodeDigit(text)).toEqual(roundGrey(imageAt(test, i)));
      expect(text).toMatch(/^[\w-]{20,220}$/);
    }
  });

  it('an empty image is 24 runs of 32 and one of 16', () => {
    expect(encodeDigit(new Uint8Array(imageSize))).toBe(`${'u'.repeat(24)}e`);
  });

  const text = encodeDigit(imageAt(test, 0));
  it.each([
    ['nothing', ''],
    ['too short', text.slice(0, -1)],
    ['too long', `${text}A`],
    ['a character that is none of the 64', `${text.slice(0, -1)}*`],
    ['another way to write the same: two runs for one', `${'u'.repeat(24)}dP`],
    ['a place in the training set', 'train-18'],
    ['a megabyte', 'A'.repeat(2 ** 20)],
  ])('%s → undefined', (_, malformed) => {
    expect(decodeDigit(malformed)).toBeUndefined();
  });

  it('any text of the alphabet is refused or is what its image is written as', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[u\w-]{20,200}$/), (any) => {
        const bytes = decodeDigit(any);
        if (bytes) expect(encodeDigit(bytes)).toBe(any);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('bytes that are no image throw', () => {
    expect(() => encodeDigit(new Uint8Array(100))).toThrow(
      'encodeDigit: invalid bytes: expected 784, got 100',
    );
  });
});
