import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  applyLayer,
  collapse,
  firstLayers,
  passThrough,
  type Layer,
} from '$lib/cells/nothing-bends/two-layers';

const number = fc.integer({ min: -9, max: 9 });
const layerOf = (outputs: number, inputs: number) =>
  fc.record({
    weight: fc.array(fc.array(number, { minLength: inputs, maxLength: inputs }), {
      minLength: outputs,
      maxLength: outputs,
    }),
    bias: fc.array(number, { minLength: outputs, maxLength: outputs }),
  }) as fc.Arbitrary<Layer>;

it('two layers without a nonlinearity are one layer, for all weights and inputs', () => {
  fc.assert(
    fc.property(layerOf(3, 2), layerOf(2, 3), fc.tuple(number, number), (first, second, input) => {
      const two = passThrough([first, second], input, false).output;
      applyLayer(collapse([first, second]), input).forEach((value, at) =>
        expect(two[at]).toBeCloseTo(value, 9),
      );
    }),
  );
});

it('with the ReLU between they are not: the output is no straight line', () => {
  const at = (x: number) => passThrough(firstLayers, [x, 1], true).output[0];
  const differences = [-3, -2, -1, 0, 1, 2].map((x) => at(x + 1) - at(x));
  expect(new Set(differences).size).toBeGreaterThan(1);
});
