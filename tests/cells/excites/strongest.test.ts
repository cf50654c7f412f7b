import { describe, expect, it } from 'vitest';
import { findStrongest, shownCount, type Hit, type Strongest } from '$lib/cells/excites/strongest';
import { excitedLayers, patchSeen, tensorOfLayer, unitsOf } from '$lib/cells/excites/units';
import { joinBytes, normalizations } from '$lib/data';
import { tensorOf } from '$lib/nn';
import { passThrough } from '$lib/views/sample/pass';
import { sampleDigit, shippedTrace } from '../shipped';

const trace = shippedTrace(3, 'trained');
const images = Array.from({ length: 10 }, (_, digit) => sampleDigit(digit).pixels);
const names = excitedLayers.map(tensorOfLayer);

function run(): { strongest: Strongest; through: number[] } {
  const steps = trace.steps.filter(({ phase }) => phase === 'forward');
  const given = new Map(trace.parameters.map((name) => [name, tensorOf(trace, name)]));
  const work = findStrongest(joinBytes(...images), steps, given, normalizations.usual, names);
  const through: number[] = [];
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return { strongest: next.value, through };
    through.push(next.value);
  }
}
const { strongest, through } = run();

describe('the strongest digits of each channel', () => {
  it('has every channel of every layer', () => {
    expect(through.at(-1)).toBe(images.length);
    for (const layer of excitedLayers) {
      expect(strongest.get(tensorOfLayer(layer))).toHaveLength(unitsOf(layer));
    }
  });

  it('are those that passes one by one give, each digit once, the largest first', () => {
    const passes = images.map((pixels) => passThrough(trace, pixels, 0));
    for (const name of names) {
      const { shape } = tensorOf(trace, name);
      const [, channels, rows = 1, columns = 1] = shape;
      const size = rows * columns;
      for (let channel = 0; channel < channels; channel++) {
        const expected = passes
          .map((passed, digit) => {
            const data = tensorOf({ tensors: passed }, name).data;
            const map = [...data.subarray(channel * size, (channel + 1) * size)];
            const value = Math.max(...map);
            const at = map.indexOf(value);
            return { digit, value, row: Math.floor(at / columns), column: at % columns };
          })
          .filter(({ value }) => value > 0)
          .sort((a, b) => b.value - a.value)
          .slice(0, shownCount);
        expect(strongest.get(name)?.[channel]).toEqual(expected satisfies Hit[]);
      }
    }
  });
});

describe('what a unit sees', () => {
  it.each([
    ['c1', 3, 4, [3, 7], [4, 8]],
    ['c3', 2, 9, [4, 17], [18, 31]],
    ['s4', 4, 0, [16, 31], [0, 15]],
    ['c5', 0, 0, [0, 31], [0, 31]],
    ['f6', 0, 0, [0, 31], [0, 31]],
  ] as const)(
    '%s at row %i, column %i: rows %j, columns %j',
    (layer, row, column, rows, columns) => {
      expect(patchSeen(layer, row, column)).toEqual({ rows, columns });
    },
  );
});
