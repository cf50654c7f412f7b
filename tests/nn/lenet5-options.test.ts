import { describe, expect, it } from 'vitest';
import { indexAt, lenet5, manualSeed, tensorOf, traceSample } from '$lib/nn';
import { createChecker } from '$lib/nn/gradient-check';
import { testDigit } from '../golden/read';

const cases = (
  [
    ['ReLU', 'relu'],
    ['Tanh', 'tanh'],
    ['ScaledTanh', 'scaledTanh'],
    ['Sigmoid', 'sigmoid'],
  ] as const
).flatMap(([activation, operation]) =>
  (['max', 'average'] as const).map((pooling) => ({ activation, operation, pooling })),
);

describe.each(cases)(
  'lenet5 with $activation and $pooling pooling',
  ({ activation, operation, pooling }) => {
    const trace = traceSample(lenet5(manualSeed(0), { activation, pooling }), testDigit(0), 7);

    it('has this nonlinearity after c1, c3, c5 and f6, and this pooling in s2 and s4', () => {
      const forward = trace.steps.filter(({ phase }) => phase === 'forward');
      const pool = pooling === 'max' ? 'maxPool2d' : 'avgPool2d';
      expect(forward.map(({ operation }) => operation.kind)).toEqual([
        'input',
        ...['conv2d', operation, pool, 'conv2d', operation, pool],
        ...['linear', operation, 'linear', operation, 'linear'],
      ]);
    });

    it('starts from the weights of the same seed', () => {
      const usual = lenet5(manualSeed(0)).stateDict();
      for (const name of trace.parameters) expect(tensorOf(trace, name)).toEqual(usual[name]);
    });

    it.each(['c1.weight', 'c3.weight', 'c5.weight', 'output.bias'])(
      '%s: the steepest gradient agrees with the central difference',
      (tensor) => {
        const { shape, data } = tensorOf(trace, `${tensor}.grad`);
        const sizes = data.map(Math.abs);
        const index = indexAt(shape, sizes.indexOf(Math.max(...sizes)));
        const check = createChecker(trace, { tensor, index }).check(1e-5, 'held');
        expect(check.relativeError).toBeLessThan(1e-6);
      },
    );
  },
);
