import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputSize, tapsOf, unreadPlaces, windowsOver } from '$lib/arithmetic';

const anyWindow = fc.record({
  input: fc.integer({ min: 1, max: 20 }),
  kernel: fc.integer({ min: 1, max: 6 }),
  stride: fc.integer({ min: 1, max: 4 }),
  padding: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
  dilation: fc.integer({ min: 1, max: 3 }),
  ceilMode: fc.boolean(),
});

describe('tapsOf', () => {
  it('28, k5 p2: the first window begins two places before the input', () => {
    const window = { input: 28, kernel: 5, padding: 2 };
    expect(tapsOf(window, 0).map(({ input }) => input)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('k3 d2 s3: places two apart', () => {
    const window = { input: 20, kernel: 3, dilation: 2, stride: 3 };
    expect(tapsOf(window, 2).map(({ input }) => input)).toEqual([6, 8, 10]);
  });
});

describe('windowsOver', () => {
  it('in the middle of a k5 map, five windows read a place, each with another tap', () => {
    expect(windowsOver({ input: 28, kernel: 5 }, 10)).toEqual([
      { output: 6, tap: 4 },
      { output: 7, tap: 3 },
      { output: 8, tap: 2 },
      { output: 9, tap: 1 },
      { output: 10, tap: 0 },
    ]);
  });

  it('is tapsOf the other way round', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const size = outputSize(window);
        const pairs = (size.ok ? [...Array(size.value).keys()] : []).flatMap((output) =>
          tapsOf(window, output).map(({ tap, input }) => `${output} ${tap} ${input}`),
        );
        const reversed = [...Array(window.input).keys()].flatMap((input) =>
          windowsOver(window, input).map(({ output, tap }) => `${output} ${tap} ${input}`),
        );
        const onInput = pairs.filter((pair) => {
          const input = Number(pair.split(' ')[2]);
          return input >= 0 && input < window.input;
        });
        expect(reversed.toSorted()).toEqual(onInput.toSorted());
      }),
      { seed: 1998, numRuns: 500 },
    );
  });
});

describe('unreadPlaces', () => {
  it.each([
    ['28, k5: none', { input: 28, kernel: 5 }, []],
    ['28, k5 s3: the last two', { input: 28, kernel: 5, stride: 3 }, [26, 27]],
    ['7, k1 s3: those between', { input: 7, kernel: 1, stride: 3 }, [1, 2, 4, 5]],
    ['ceil_mode reads the last', { input: 5, kernel: 2, stride: 2, ceilMode: true }, []],
    ['no window fits: nothing to say', { input: 2, kernel: 5 }, []],
    ['a million taps at a million places', { input: 7, kernel: 1e6, padding: 1e6 }, []],
  ])('%s', (_case, window, places) => {
    expect(unreadPlaces(window)).toEqual(places);
  });

  it('a place is unread exactly if no window is over it', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        if (!outputSize(window).ok) return;
        const alone = [...Array(window.input).keys()].filter(
          (place) => windowsOver(window, place).length === 0,
        );
        expect(unreadPlaces(window)).toEqual(alone);
      }),
      { seed: 1998, numRuns: 500 },
    );
  });
});
