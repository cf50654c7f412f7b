import { describe, expect, it } from 'vitest';
import { indexAt, offsetOf, reshape, scalar, sizeOf, tensor, zeros } from '$lib/nn';

describe('tensor', () => {
  it('[2, 3] from six numbers → row-major, copied', () => {
    const values = [1, 2, 3, 4, 5, 6];
    const made = tensor([2, 3], values);
    values[0] = 100;
    expect([...made.data]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(made.data[offsetOf(made.shape, [1, 0])]).toBe(4);
  });

  it('[2, 3] from five numbers → says how many it expected', () => {
    expect(() => tensor([2, 3], [1, 2, 3, 4, 5])).toThrow(
      'tensor: invalid values: expected 6 for [2, 3], got 5',
    );
  });

  it.each([[[2, -1]], [[1.5]], [[Number.NaN]]])('shape %j → refused', (shape) => {
    expect(() => zeros(shape)).toThrow('zeros: invalid shape');
  });

  it('[] → one number', () => {
    expect(sizeOf([])).toBe(1);
    expect(scalar(3)).toEqual(tensor([], [3]));
  });

  it('reshape → the same numbers; another size is refused', () => {
    const made = tensor([4], [1, 2, 3, 4]);
    expect(reshape(made, [2, 2]).data).toBe(made.data);
    expect(() => reshape(made, [3])).toThrow(
      'reshape: invalid shape: expected 4 elements, got [3]',
    );
  });
});

describe('offsetOf and indexAt', () => {
  it('[2, 3, 4] → inverse of each other everywhere', () => {
    const shape = [2, 3, 4];
    for (let offset = 0; offset < sizeOf(shape); offset++) {
      expect(offsetOf(shape, indexAt(shape, offset))).toBe(offset);
    }
  });

  it.each([[[2, 0]], [[0, -1]], [[0]], [[0.5, 0]]])(
    'index %j outside [2, 3] → refused',
    (index) => {
      expect(() => offsetOf([2, 3], index)).toThrow('offsetOf: invalid index');
    },
  );
});
