import { describe, expect, it } from 'vitest';
import { crossEntropyInputGrad, lenet5, manualSeed, softmax, tensorOf } from '$lib/nn';
import { adam, Optimizer, sgd, traceStep, type UpdateRule } from '$lib/optim';
import { testDigit } from '../golden/read';
import { isSameTensor } from '../nn/compare';

const rules: { title: string; rule: UpdateRule; state: string[] }[] = [
  { title: 'plain SGD', rule: sgd({ lr: 0.01 }), state: [] },
  {
    title: 'SGD with momentum and weight decay',
    rule: sgd({ lr: 0.01, momentum: 0.9, weightDecay: 5e-4 }),
    state: ['momentumBuffer'],
  },
  { title: 'Adam', rule: adam({ lr: 1e-4 }), state: ['expAvg', 'expAvgSq'] },
];

describe('traceStep', () => {
  it.each(rules)('$title → one update step a parameter, and a smaller loss', ({ rule, state }) => {
    const trace = traceStep(lenet5(manualSeed(0)), testDigit(0), 7, rule);
    const updates = trace.steps.filter(({ phase }) => phase === 'update');
    expect(updates.map(({ writes }) => writes.at(-1))).toEqual(
      trace.parameters.map((name) => `${name}.updated`),
    );
    for (const key of state)
      expect(tensorOf(trace, `c3.weight.${key}`).shape).toEqual([16, 6, 5, 5]);
    expect(trace.after.get('loss')!.data[0]).toBeLessThan(tensorOf(trace, 'loss').data[0]);
  });

  it.each(rules)('$title, twice → the parameters that Optimizer makes', ({ rule }) => {
    const [traced, trained] = [lenet5(manualSeed(0)), lenet5(manualSeed(0))];
    const first = traceStep(traced, testDigit(0), 7, rule);
    traced.loadStateDict(first.updated);
    const second = traceStep(traced, testDigit(0), 7, rule, first.state);

    const optimizer = new Optimizer(trained.parameters(), rule);
    for (let step = 0; step < 2; step++) {
      trained.zeroGrad();
      const probabilities = softmax(trained.forward(testDigit(0)));
      trained.backward(crossEntropyInputGrad(probabilities, [7]));
      optimizer.step();
    }
    expect(second.state.steps).toBe(2);
    for (const [name, { value }] of trained.parameters()) {
      expect(isSameTensor(second.updated[name], value), name).toBe(true);
      const state = second.state.parameters.get(name)!;
      const expected = optimizer.state.get(name)!;
      expect(Object.keys(state)).toEqual(Object.keys(expected));
      for (const key of Object.keys(state)) {
        expect(isSameTensor(state[key], expected[key]), `${name}.${key}`).toBe(true);
      }
    }
  });

  it('every update step reads only tensors of the trace', () => {
    for (const { rule } of rules) {
      const trace = traceStep(lenet5(manualSeed(0)), testDigit(0), 7, rule);
      for (const { reads, writes } of trace.steps) {
        for (const name of [...reads, ...writes]) expect(trace.tensors.has(name), name).toBe(true);
      }
    }
  });
});
