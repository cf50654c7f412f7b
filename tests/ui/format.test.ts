import { expect, test } from 'vitest';
import { formatInteger, formatNumber, formatPercent } from '$lib/ui/format';

test.each([
  [0, '0'],
  [1.2494, '1.249'],
  [-0.325, '-0.325'],
  [-0.0000125, '-1.25e-5'],
  [12345678, '1.23e7'],
  [NaN, 'NaN'],
  [-Infinity, '-∞'],
])('formatNumber(%d) is %s', (value, text) => expect(formatNumber(value)).toBe(text));

test('formatInteger(61706) is 61,706', () => expect(formatInteger(61706)).toBe('61,706'));
test('formatPercent(0.9637) is 96.4%', () => expect(formatPercent(0.9637)).toBe('96.4%'));
