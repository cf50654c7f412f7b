import { expect, test } from 'vitest';
import { formatValue } from '$lib/views/tensor/format';

test.each([
  [0, '0'],
  [-3, '-3'],
  [1.2494, '1.249'],
  [-0.06951, '-0.0695'],
  [0.002473, '0.00247'],
  [0.0007449, '7.45e-4'],
  [NaN, 'NaN'],
  [Infinity, '∞'],
])('%d is shown as %s', (value, text) => {
  expect(formatValue(value)).toBe(text);
});
