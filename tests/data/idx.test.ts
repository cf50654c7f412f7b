import { describe, expect, it } from 'vitest';
import { encodeIdx, joinBytes, readIdx } from '$lib/data';

const header = (...bytes: number[]) => Uint8Array.from(bytes);

describe('readIdx', () => {
  it('magic 0x0801, [3] → three labels', () => {
    const { shape, data, end } = readIdx(header(0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1), 1);
    expect(shape).toEqual([3]);
    expect([...data]).toEqual([7, 2, 1]);
    expect(end).toBe(11);
  });

  it('the lengths of the axes are big-endian', () => {
    const bytes = joinBytes(header(0, 0, 8, 1, 0, 0, 1, 2), new Uint8Array(258));
    expect(readIdx(bytes, 1).shape).toEqual([258]);
  });

  it('reads the second of two arrays that stand one after another', () => {
    const first = encodeIdx([1, 2, 2], Uint8Array.of(1, 2, 3, 4));
    const bytes = joinBytes(first, encodeIdx([2], Uint8Array.of(8, 9)));
    expect(readIdx(bytes, 3).end).toBe(first.length);
    expect([...readIdx(bytes, 1, first.length).data]).toEqual([8, 9]);
  });

  it('reads from a view that does not start at the beginning of its buffer', () => {
    const bytes = joinBytes(header(99), encodeIdx([2], Uint8Array.of(8, 9))).subarray(1);
    expect([...readIdx(bytes, 1).data]).toEqual([8, 9]);
  });

  it('an array of no images', () => {
    expect(readIdx(encodeIdx([0, 28, 28], new Uint8Array()), 3).data.length).toBe(0);
  });

  it('labels where images are expected: names both magic numbers', () => {
    const labels = joinBytes(encodeIdx([2], Uint8Array.of(8, 9)), new Uint8Array(20));
    expect(() => readIdx(labels, 3)).toThrow(
      'readIdx: invalid magic number: expected 0x00000803, got 0x00000801',
    );
  });

  it('floats where bytes are expected', () => {
    expect(() => readIdx(header(0, 0, 0x0d, 1, 0, 0, 0, 0), 1)).toThrow('got 0x00000d01');
  });

  it('a header cut short', () => {
    expect(() => readIdx(header(0, 0, 8), 1)).toThrow(
      'truncated header: expected 8 bytes at 0, got 3',
    );
  });

  it('data cut short', () => {
    const bytes = encodeIdx([2, 2, 2], new Uint8Array(8)).subarray(0, -1);
    expect(() => readIdx(bytes, 3)).toThrow('truncated data: [2, 2, 2] takes 8 bytes, got 7');
  });

  it('a header that promises 2^96 bytes is refused, not allocated', () => {
    const lengths = new Array<number>(12).fill(255);
    expect(() => readIdx(header(0, 0, 8, 3, ...lengths), 3)).toThrow('truncated data');
  });
});

describe('encodeIdx', () => {
  it('refuses a shape that its data do not fill', () => {
    expect(() => encodeIdx([2, 3], new Uint8Array(5))).toThrow(
      'encodeIdx: invalid data: expected 6 bytes for [2, 3], got 5',
    );
  });
});
