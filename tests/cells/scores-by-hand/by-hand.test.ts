import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromScores, temperatures } from '$lib/cells/scores-by-hand/by-hand';
import { tensorOf } from '$lib/nn';
import { shippedTrace } from '../shipped';

const score = fc.integer({ min: -100, max: 150 }).map((tenths) => tenths / 10);
const tenScores = fc.array(score, { minLength: 10, maxLength: 10 });

it('a network’s own scores come to its own probabilities, loss and gradients', () => {
  const trace = shippedTrace(3, 'mini');
  const made = fromScores([...tensorOf(trace, 'output.output').data], 3);
  expect(made.probabilities).toEqual(tensorOf(trace, 'probabilities').data);
  expect(made.loss).toBe(tensorOf(trace, 'loss').data[0]);
  expect(made.gradients).toEqual(tensorOf(trace, 'output.output.grad').data);
});

it('probabilities add up to 1, are left alone by a shift of all scores, and slopes add up to 0', () => {
  fc.assert(
    fc.property(
      tenScores,
      fc.nat(9),
      score,
      fc.constantFrom(...temperatures),
      (scores, label, by, heat) => {
        const made = fromScores(scores, label, heat);
        const shifted = fromScores(
          scores.map((each) => each + by),
          label,
          heat,
        );
        const sum = (numbers: Float64Array) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(made.probabilities)).toBeCloseTo(1, 12);
        expect(sum(made.gradients)).toBeCloseTo(0, 10);
        made.probabilities.forEach((p, at) => expect(shifted.probabilities[at]).toBeCloseTo(p, 10));
      },
    ),
  );
});

it('each slope is what a small move of its score does to the loss, at every temperature', () => {
  fc.assert(
    fc.property(
      tenScores,
      fc.nat(9),
      fc.nat(9),
      fc.constantFrom(...temperatures),
      (scores, label, digit, heat) => {
        const lossAt = (by: number) =>
          fromScores(
            scores.map((each, at) => (at === digit ? each + by : each)),
            label,
            heat,
          ).loss;
        const slope = (lossAt(1e-5) - lossAt(-1e-5)) / 2e-5;
        expect(fromScores(scores, label, heat).gradients[digit]).toBeCloseTo(slope, 4);
      },
    ),
  );
});
