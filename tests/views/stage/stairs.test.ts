import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { explain, type SumRule } from '$lib/nn';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { candidatesOf, climb, partsOf } from '$lib/views/stage/stairs';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));
const sumOf = (tensor: string, index: number[]) => {
  const { rule, value } = explain(trace, { tensor, index });
  return { ...partsOf(rule as SumRule), value };
};

describe('the parts of a number', () => {
  it.each([
    ['c1.output', [2, 14, 14], 5, 'row', 1, 5],
    ['c3.output', [7, 2, 4], 6, 'map', 5, 5],
    ['c5.output', [30], 16, 'map', 5, 5],
    ['f6.output', [12], 10, 'units', 1, 12],
    ['output.output', [3], 7, 'units', 1, 12],
  ] as const)('%s[%j]: %i parts, each a %s', (tensor, index, count, kind, rows, columns) => {
    const { parts, bias, value } = sumOf(tensor, [...index]);
    expect(parts).toHaveLength(count);
    expect(parts.every((part) => part.kind === kind)).toBe(true);
    expect([parts[0].rows, parts[0].columns]).toEqual([rows, columns]);
    const sum = parts.reduce((total, part) => total + part.sum, bias?.product ?? 0);
    expect(sum).toBeCloseTo(value, 10);
  });

  it('units are named by the first and the last', () => {
    expect(sumOf('f6.output', [0]).parts[9]).toMatchObject({ first: 108, last: 119 });
  });
});

describe('a staircase', () => {
  it('3, −1, −4 climbs from 0 to −2', () => {
    expect(climb([3, -1, -4])).toEqual({
      zero: 0.4,
      steps: [
        { low: 0.4, high: 1, end: 1 },
        { low: 0.8, high: 1, end: 0.8 },
        { low: 0, high: 0.8, end: 0 },
      ],
      total: { low: 0, high: 0.4, end: 0 },
    });
  });

  it('stays within its range, and each step begins where the one before ended', () => {
    const addends = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(addends, (given) => {
        const { steps, total, zero } = climb(given);
        let at = zero;
        for (const { low, high, end } of steps) {
          expect(Math.min(Math.abs(low - at), Math.abs(high - at))).toBeLessThan(1e-9);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1 + 1e-9);
          at = end;
        }
        expect(total.end).toBeCloseTo(at, 9);
      }),
      { seed: 1 },
    );
  });
});

test('the numbers of a maximum keep their order', () => {
  const { rule } = explain(trace, { tensor: 's2.output', index: [2, 7, 6] });
  if (rule.kind !== 'maximum') throw new Error('no maximum');
  expect(candidatesOf(rule).map(({ ref }) => ref.index)).toEqual([
    [2, 14, 12],
    [2, 14, 13],
    [2, 15, 12],
    [2, 15, 13],
  ]);
});
