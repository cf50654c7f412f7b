import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSizes, readValue } from '$lib/exercises/read-answer';

describe('readValue', () => {
  test.each([
    ['61706', 61706],
    ['61,706', 61706],
    ['61 706', 61706],
    ['６１７０６', 61706],
    ['六万一千七百零六', 61706],
    ['156 parameters', 156],
    ['156个', 156],
    ['6*(5*5+1)', 156],
    ['6 × (5 × 5 + 1)', 156],
    ['6（5×5＋1）', undefined],
    ['6×（5×5＋1）', 156],
    ['6 x (5 x 5 + 1) = 156', 156],
    ['28×28', 784],
    ['28 x 28', 784],
    ['28*28', 784],
    ['5²·6', 150],
    ['10 * 1,516', 15160],
    ['1/3', 1 / 3],
    ['½', 0.5],
    ['50%', 0.5],
    ['−0.38', -0.38],
    ['-ln(1/10)', Math.LN10],
    ['log 10', Math.LN10],
    ['⌊(28 − 5)/2⌋ + 1', 12],
    ['-2^2', -4],
    ['2e3', 2000],
  ] as const)('%s is %d', (text, value) => {
    if (value === undefined) expect(readValue(text)).toBeUndefined();
    else expect(readValue(text)).toBeCloseTo(value, 9);
  });

  test.each([
    '',
    '   ',
    'many',
    '1/0',
    '6 *',
    '(5',
    '5)',
    '3 4',
    '1,70',
    'log',
    '=',
    '1..2',
    'constructor(3)',
    '𝟚?',
    `${'('.repeat(150)}1`,
    '9'.repeat(300),
  ])('%s is no number', (text) => expect(readValue(text)).toBeUndefined());

  test('nothing that can be typed throws or is NaN', () => {
    const piece = fc.constantFrom(
      '1',
      '28',
      '.5',
      '(',
      ')',
      '*',
      '×',
      '/',
      '^',
      '-',
      ' ',
      ',',
      '⌊',
      '⌋',
      'log',
      'e',
      '万',
      '=',
      '％',
      '²',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          const value = readValue(text);
          expect(value === undefined || Number.isFinite(value)).toBe(true);
          readSizes(text);
        },
      ),
    );
  });
});

describe('readSizes', () => {
  test.each([
    ['6×28×28', [6, 28, 28]],
    ['6 x 28 x 28', [6, 28, 28]],
    ['6*28*28', [6, 28, 28]],
    ['６ × ２８ × ２８', [6, 28, 28]],
    ['[6, 28, 28]', [6, 28, 28]],
    ['(6, 28, 28)', [6, 28, 28]],
    ['torch.Size([6, 28, 28])', [6, 28, 28]],
    ['6@28X28', [6, 28, 28]],
    ['六、二十八、二十八', [6, 28, 28]],
    ['120', [120]],
  ])('%s is %j', (text, sizes) => expect(readSizes(text)).toEqual(sizes));

  test.each(['', '6 × ', '6 × 28.5', '6 × -28', '0 × 3', 'six by six', '6 × × 28'])(
    '%s is no shape',
    (text) => expect(readSizes(text)).toBeUndefined(),
  );
});
