import { describe, expect, it, test } from 'vitest';
import { lenet5Network } from '$lib/network';
import { refShape } from '$lib/nn';
import { foldUnits, indexAtPlace, placeOfIndex, placesOf, planStage } from '$lib/views/stage/plan';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';

const trace = traceDigit({ pixels: new Uint8Array(784), label: 1 }, freshNetwork(0));
const layers = ['c1', 's2', 'c3', 's4', 'c5', 'f6', 'output'];

describe.each(layers)('the stage of %s', (layer) => {
  const plan = planStage(layer);

  it('reads and makes what the trace says', () => {
    const step = trace.steps.find(({ writes }) => writes.includes(`${layer}.output`));
    expect(step?.reads[0]).toBe(plan.input);
    expect(refShape(trace, plan.input)).toEqual(plan.inputShape);
    expect(refShape(trace, `${layer}.output`)).toEqual(plan.outputShape);
  });

  it('has a place for every number of a channel, and finds each again', () => {
    for (const channel of [0, plan.channels - 1]) {
      for (let place = 0; place < placesOf(plan); place += 1) {
        const index = indexAtPlace(plan, channel, place);
        expect(placeOfIndex(plan, index)).toEqual({ channel, place });
        expect(index.every((axis, i) => axis < plan.outputShape[i])).toBe(true);
      }
    }
    expect(plan.channels * placesOf(plan)).toBe(plan.outputShape.reduce((a, b) => a * b));
  });
});

test('the block of weights is as deep as what is read', () => {
  expect(planStage('c3').kernel).toEqual({ maps: 6, rows: 5, columns: 5, across: 3 });
  expect(planStage('c5').kernel).toEqual({ maps: 16, rows: 5, columns: 5, across: 4 });
  expect(planStage('f6').kernel).toEqual({ maps: 1, rows: 10, columns: 12, across: 1 });
  expect(planStage('s2').kernel).toBeUndefined();
});

test('units stand in one column while they are few', () => {
  expect([10, 84, 120].map(foldUnits)).toEqual([
    [10, 1],
    [7, 12],
    [10, 12],
  ]);
});

test('a layer that is not there, or has no stage, is refused', () => {
  expect(() => planStage('c9')).toThrow('planStage: unknown layer: c9');
  expect(() => planStage('c1.activation', lenet5Network())).toThrow('no stage');
});
