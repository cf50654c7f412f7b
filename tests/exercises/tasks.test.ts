import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureNetwork } from '$lib/arithmetic';
import { taskOf } from '$lib/exercises';
import { searches, searchOf, searchSlips, placeText, type SearchName } from '$lib/exercises/find';
import { readNetwork } from '$lib/network';
import { maxPool2d, maxPool2dInputGrad, tensor } from '$lib/nn';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const forSeeds = (check: (seed: number) => void) =>
  fc.assert(fc.property(seeds, check), { numRuns: 60 });

describe('a table of layers', () => {
  const table = (seed: number) => taskOf({ kind: 'table', rule: 'seven-layers', items: [] }, seed);

  test('has the shapes and the parameters of the network that it describes', () => {
    forSeeds((seed) => {
      const { rows, side } = table(seed).table!;
      const notation = rows.map(({ layer, kernel, out }) =>
        layer === 'convolution'
          ? `conv_${out}_k${kernel}`
          : layer === 'pooling'
            ? `max_k${kernel}`
            : `linear_${out}`,
      );
      const reading = readNetwork([`1x${side}x${side}`, ...notation].join('~'));
      if (!reading.ok) throw new Error('the table is no network');
      const { steps } = measureNetwork(reading.network);
      const answers = table(seed).right;
      steps.forEach(({ measure }, i) => {
        const expected =
          rows[i]!.asked === 'parameters'
            ? [measure.parameters]
            : measure.output.filter((size) => size > 1);
        expect(answers[i]).toBe(expected.join(' × '));
      });
    });
  });

  test('is right as a whole, and otherwise names the first layer that is not', () => {
    forSeeds((seed) => {
      const { right, judge, blank } = table(seed);
      expect(judge(right)).toEqual({ is: 'right' });
      expect(judge(blank)).toEqual({ is: 'slip', slip: '0:unread' });
      expect(judge(right.map((text, i) => (i > 2 ? '' : text)))).toEqual({
        is: 'slip',
        slip: '3:unread',
      });
    });
  });
});

describe.each(Object.keys(searches) as SearchName[])('the search for a %s', (name) => {
  const task = (seed: number) => taskOf({ kind: 'find', rule: name, items: [] }, seed);

  test('finds its cell, and answers each slip by its own name', () => {
    const met = new Set<string>();
    forSeeds((seed) => {
      const search = searchOf(name, seed);
      const { judge, right, blank } = task(seed);
      expect(judge(right)).toEqual({ is: 'right' });
      expect(judge(blank)).toEqual({ is: 'unread' });
      for (const [slip, place] of searchSlips(search)) {
        met.add(slip);
        expect(judge([placeText(place)])).toEqual({ is: 'slip', slip });
      }
      for (const { row, column } of [search.right, ...Object.values(search.slips)]) {
        expect(
          row >= 0 && row < search.figure.rows && column >= 0 && column < search.figure.columns,
        ).toBe(true);
      }
    });
    expect([...met].sort()).toEqual(Object.keys(searchOf(name, 0).slips).sort());
  });
});

test('the pooled cell is the one to which the reference network sends the gradient', () => {
  forSeeds((seed) => {
    const { figure, setting, right } = searchOf('pooled-cell', seed);
    const input = tensor([1, 1, 4, 4], figure.values);
    const gradient = tensor(
      [1, 1, 2, 2],
      [0, 1, 2, 3].map((at) => Number(at === 2 * setting['row']! + setting['column']!)),
    );
    const { indices } = maxPool2d(input, { kernelSize: 2 });
    const { data } = maxPool2dInputGrad(gradient, indices, input.shape);
    expect(data.indexOf(1)).toBe(4 * right.row + right.column);
  });
});
