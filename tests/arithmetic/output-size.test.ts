import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputSize, poolOutputSize, type SlidingWindow } from '$lib/arithmetic';

const size = (window: SlidingWindow) => {
  const result = outputSize(window);
  return result.ok ? result.value : result.reason;
};

/** The windows counted one by one: each begins `stride` further on and must lie on the padded input. */
function countWindows(input: number, kernel: number, stride: number, padding: number, d: number) {
  let count = 0;
  for (let start = -padding; start + d * (kernel - 1) < input + padding; start += stride)
    count += 1;
  return count;
}

describe('outputSize', () => {
  it.each([
    ['C1 of 1998: 32, k5', { input: 32, kernel: 5 }, 28],
    ['C1 of today: 28, k5 p2', { input: 28, kernel: 5, padding: 2 }, 28],
    ['S2: 28, k2 s2', { input: 28, kernel: 2, stride: 2 }, 14],
    ['a remainder is dropped: 28, k5 s3 p2', { input: 28, kernel: 5, stride: 3, padding: 2 }, 10],
    ['AlexNet: 224, k11 s4 p2', { input: 224, kernel: 11, stride: 4, padding: 2 }, 55],
    ['dilation 2 makes k3 span 5', { input: 7, kernel: 3, dilation: 2 }, 3],
    ['uneven padding: 4, k2 p[0,1]', { input: 4, kernel: 2, padding: [0, 1] }, 4],
    [
      'ceil_mode takes the remainder: 5, k2 s2',
      { input: 5, kernel: 2, stride: 2, ceilMode: true },
      3,
    ],
    [
      'ceil_mode drops a window that begins past the input: 2, k1 s3',
      { input: 2, kernel: 1, stride: 3, ceilMode: true },
      1,
    ],
    [
      'ceil_mode drops a window that begins in the right padding: 2, k2 s3 p1',
      { input: 2, kernel: 2, stride: 3, padding: 1, ceilMode: true },
      1,
    ],
    [
      'ceil_mode fits a kernel larger than the input: 2, k3 s2',
      { input: 2, kernel: 3, stride: 2, ceilMode: true },
      1,
    ],
  ] satisfies [string, SlidingWindow, number][])('%s', (_case, window, expected) => {
    expect(size(window)).toEqual(expected);
  });

  it('agrees with counting the windows one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        (input, kernel, stride, padding, dilation) => {
          const result = outputSize({ input, kernel, stride, padding, dilation });
          const counted = countWindows(input, kernel, stride, padding, dilation);
          expect(result.ok ? result.value : 0).toBe(counted);
        },
      ),
      { seed: 1998, numRuns: 2000 },
    );
  });

  it.each([
    [
      'a kernel of 5 on 3 pixels',
      { input: 3, kernel: 5 },
      { code: 'kernel-exceeds-input', field: 'kernel', span: 5, padded: 3 },
    ],
    [
      'a dilated kernel counts its holes',
      { input: 5, kernel: 3, dilation: 3 },
      { code: 'kernel-exceeds-input', field: 'kernel', span: 7, padded: 5 },
    ],
    [
      'stride 0',
      { input: 28, kernel: 5, stride: 0 },
      { code: 'too-small', field: 'stride', value: 0, minimum: 1 },
    ],
    [
      'padding −1',
      { input: 28, kernel: 5, padding: -1 },
      { code: 'too-small', field: 'padding', value: -1, minimum: 0 },
    ],
    [
      'half a pixel',
      { input: 28, kernel: 2.5 },
      { code: 'not-whole', field: 'kernel', value: 2.5 },
    ],
    ['NaN', { input: NaN, kernel: 5 }, { code: 'not-a-number', field: 'input' }],
    [
      'a billion',
      { input: 1e9, kernel: 5 },
      { code: 'too-large', field: 'input', value: 1e9, maximum: 1e6 },
    ],
    [
      'infinity',
      { input: Infinity, kernel: 5 },
      { code: 'too-large', field: 'input', value: Infinity, maximum: 1e6 },
    ],
  ] satisfies [string, SlidingWindow, object][])('says why not: %s', (_case, window, reason) => {
    expect(size(window)).toEqual(reason);
  });
});

describe('poolOutputSize', () => {
  it('S2: 28, k2 s2 → 14', () => {
    expect(poolOutputSize({ input: 28, kernel: 2, stride: 2 })).toEqual({ ok: true, value: 14 });
  });

  it('refuses a padding of more than half the kernel', () => {
    expect(poolOutputSize({ input: 28, kernel: 3, stride: 2, padding: 2 })).toEqual({
      ok: false,
      reason: { code: 'padding-exceeds-half', field: 'padding', padding: 2, maximum: 1 },
    });
  });
});
