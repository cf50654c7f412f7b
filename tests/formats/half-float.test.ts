import { expect, test } from 'vitest';
import { fromHalf, toHalf } from '$lib/formats/half-float';

test('every number of half precision comes back to the bit', () => {
  for (let bits = 0; bits < 2 ** 16; bits++) {
    const isNaNs = (bits & 0x7c00) === 0x7c00 && (bits & 0x3ff) !== 0;
    if (!isNaNs) expect(toHalf(fromHalf(bits))).toBe(bits);
  }
  expect(fromHalf(toHalf(NaN))).toBeNaN();
});

test('known numbers', () => {
  expect([0x3c00, 0xc000, 0x7bff, 0x0001, 0x0400, 0x3555].map(fromHalf)).toEqual([
    1,
    -2,
    65_504,
    2 ** -24,
    2 ** -14,
    0.333251953125,
  ]);
});

test('between two neighbours the nearer one is taken, and the even one in the middle', () => {
  for (let bits = 0; bits < 0x7bff; bits += 7) {
    const [low, high] = [fromHalf(bits), fromHalf(bits + 1)];
    const middle = (low + high) / 2;
    const even = bits % 2 === 0 ? bits : bits + 1;
    expect(toHalf(middle)).toBe(even);
    expect(toHalf(-middle)).toBe(0x8000 | even);
    expect(toHalf(low + 0.49 * (high - low))).toBe(bits);
    expect(toHalf(low + 0.51 * (high - low))).toBe(bits + 1);
  }
  expect(fromHalf(toHalf(1e9))).toBe(Infinity);
});
