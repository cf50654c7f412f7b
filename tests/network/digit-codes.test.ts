import { describe, expect, it } from 'vitest';
import { codeSize, differingBits, outputCodes } from '$lib/network/digit-codes';

const inked = (digit: number) => outputCodes[digit]?.filter((bit) => bit === 1).length;
const distance = (one: number, other: number) =>
  differingBits(outputCodes[one] ?? [], outputCodes[other] ?? []);

describe('outputCodes: Figure 3 of the paper', () => {
  it('has ten codes of 7 × 12 weights, each +1 or −1', () => {
    expect(outputCodes).toHaveLength(10);
    for (const code of outputCodes) {
      expect(code).toHaveLength(codeSize.width * codeSize.height);
      expect(new Set(code)).toEqual(new Set([1, -1]));
    }
  });

  it('has the ink of each digit', () => {
    expect(outputCodes.map((_, digit) => inked(digit))).toEqual([
      35, 27, 33, 32, 41, 35, 39, 25, 43, 39,
    ]);
  });

  it('is the hex of each row', () => {
    const rows = outputCodes[9].flatMap((_, at, code) =>
      at % codeSize.width === 0 ? [code.slice(at, at + codeSize.width)] : [],
    );
    const hex = rows.map((row) => row.reduce((sum, bit) => 2 * sum + Number(bit > 0), 0));
    expect(hex.map((row) => row.toString(16).padStart(2, '0')).join(' ')).toBe(
      '3e 67 63 63 67 3f 03 03 06 3c 00 00',
    );
  });

  it('has 6 and 8 closest, 1 and 4 among the farthest', () => {
    expect(distance(6, 8)).toBe(12);
    expect(distance(1, 4)).toBe(50);
    expect(distance(3, 3)).toBe(0);
  });

  it('draws the 1 as the paper does', () => {
    const code = outputCodes[1] ?? [];
    const picture = Array.from({ length: codeSize.height }, (_, row) =>
      code
        .slice(row * codeSize.width, (row + 1) * codeSize.width)
        .map((bit) => (bit > 0 ? '#' : '.'))
        .join(''),
    );
    expect(picture.slice(0, 4)).toEqual(['...##..', '..###..', '.####..', '...##..']);
    expect(picture[9]).toBe('.######');
  });
});
