import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatBrief,
  formatBytes,
  formatInteger,
  formatNumber,
  formatPercent,
  formatProbability,
  formatSignificant,
  formatValue,
  grouped,
} from '$lib/numbers/print';
import { printedTex } from '$lib/numbers/tex';

test.each([
  [0, '0'],
  [-0, '0'],
  [1.2494, '1.249'],
  [-0.325, '-0.325'],
  [-0.0000125, '-1.25e-5'],
  [12345678, '1.23e7'],
  [5e-324, '4.94e-324'],
  [NaN, 'NaN'],
  [-Infinity, '-∞'],
])('formatNumber(%d) is %s', (value, text) => expect(formatNumber(value)).toBe(text));

test.each([
  [61706, '61,706'],
  [-1234567, '-1,234,567'],
  [-0.4, '0'],
  [999.5, '1,000'],
  [2 ** 53, '9,007,199,254,740,992'],
  [1e21, '1.0000000000000000e21'],
  [NaN, 'NaN'],
  [Infinity, '∞'],
])('formatInteger(%d) is %s', (value, text) => expect(formatInteger(value)).toBe(text));

test.each([
  [0, '0'],
  [-3, '-3'],
  [1.2494, '1.249'],
  [-0.06951, '-0.0695'],
  [0.002473, '0.00247'],
  [0.0007449, '7.45e-4'],
  [NaN, 'NaN'],
  [Infinity, '∞'],
])('formatValue(%d) is %s', (value, text) => expect(formatValue(value)).toBe(text));

test.each([
  [0.0041, 2, '0.0041'],
  [7.94e-5, 2, '7.9e-5'],
  [12345, 2, '1.2e4'],
  [-1, 3, '-1.00'],
])('formatSignificant(%d, %d) is %s', (value, digits, text) =>
  expect(formatSignificant(value, digits)).toBe(text),
);

test.each([
  [0.35, '0.35'],
  [1 / 3, '0.333333'],
  [1.25e-7, '1.25e-7'],
  [3e21, '3e21'],
  [0.0009999999, '0.001'],
  [99999999, '100000000'],
])('formatBrief(%d, 6) is %s', (value, text) => expect(formatBrief(value, 6)).toBe(text));

test.each([
  [0.9637, '96.4%'],
  [-0.0000001, '0.0%'],
  [0.9994, '99.9%'],
  [0.99951, '> 99.9%'],
  [1, '100.0%'],
  [1.25, '125.0%'],
  [NaN, 'NaN%'],
])('formatPercent(%d) is %s', (share, text) => expect(formatPercent(share)).toBe(text));

test.each([
  [0.5, '50.0%'],
  [0.99999, '> 99.9%'],
  [1, '> 99.9%'],
  [NaN, 'NaN%'],
])('formatProbability(%d) is %s', (share, text) => expect(formatProbability(share)).toBe(text));

test.each([
  [398, '398 B'],
  [240_400, '240 kB'],
  [999_600, '1.0 MB'],
  [54_950_048, '55.0 MB'],
])('formatBytes(%d) is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test('a formula has separators without gaps, and powers of ten', () => {
  expect(printedTex(grouped('61706.5'))).toBe('61{,}706.5');
  expect(printedTex('-1.25e-7')).toBe('-1.25 \\times 10^{-7}');
  expect(printedTex('-∞')).toBe('-\\infty');
});

describe('what is printed reads back', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const back = (text: string) => Number(text.replaceAll(',', ''));
  /** Half of the last of `digits` significant digits, and a little for the binary fraction. */
  const half = (value: number, digits: number) =>
    (0.5 + 1e-9) * 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1) + Number.MIN_VALUE;

  const styles: [string, (value: number) => string, (value: number) => number][] = [
    [
      'formatNumber',
      formatNumber,
      (value) => Math.max(half(value, 3), Math.abs(value) >= 1e6 ? 0 : 0.0005 + 1e-9),
    ],
    [
      'formatValue',
      formatValue,
      (value) => Math.max(half(value, 3), Math.abs(value) >= 1e6 ? 0 : 0.0005 + 1e-9),
    ],
    ['formatSignificant', (value) => formatSignificant(value, 4), (value) => half(value, 4)],
    ['formatBrief', (value) => formatBrief(value, 6), (value) => half(value, 6)],
    ['formatBrief in full', (value) => formatBrief(value, 17), (value) => half(value, 16)],
    ['formatInteger', formatInteger, (value) => Math.max(0.5, half(value, 15))],
  ];
  test.each(styles)('%s', (_, format, tolerance) => {
    const hostile = fc.oneof(
      finite,
      fc.integer(),
      fc.constantFrom(
        0,
        -0,
        1e6 - 1e-4,
        999999.9996,
        1e-3,
        9.9996e-4,
        1e21,
        5e-324,
        Number.MAX_VALUE,
      ),
    );
    fc.assert(
      fc.property(hostile, (value) => {
        const text = format(value);
        expect(text).not.toMatch(/^-0([.0]*)$|e\+/);
        if (value === 0) expect(text).toBe('0');
        else expect(Math.abs(back(text) - value)).toBeLessThanOrEqual(tolerance(value));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
