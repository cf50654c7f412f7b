import { offsetOf, refShape, tensorOf, type Ref, type Trace } from '$lib/nn';
import type { Random } from '../random';
import { definePlaceRule, largestBy, numbersOf } from './rule';

/* Places that depend on the numbers of a digit in a network. */

const drawMap = (random: Random) => ({ digit: random.whole(0, 9), map: random.whole(0, 5) });

/** The largest sum in a map of C1. */
export const largestNumber = definePlaceRule({
  tensor: 'c1.output',
  weights: 'trained',
  draw: drawMap,
  right: (s, trace) => [largestBy(numbersOf(trace, 'c1.output', s.map), (value) => value)],
  slips: {
    smallest: (s, trace) => [largestBy(numbersOf(trace, 'c1.output', s.map), (value) => -value)],
    otherMap: (s, trace) =>
      [0, 1, 2, 3, 4, 5]
        .filter((map) => map !== s.map)
        .map((map) => largestBy(numbersOf(trace, 'c1.output', map), (value) => value)),
  },
});

/** The number of C1 that became the largest of a map of S2. */
export const passedNumber = definePlaceRule({
  tensor: 'c1.activation',
  weights: 'trained',
  draw: drawMap,
  right: (s, trace) => [largestBy(numbersOf(trace, 'c1.activation', s.map), (value) => value)],
  slips: {
    sameIndex: (s, trace) => [at('c1.activation', pooledPlace(s.map, trace))],
    window: (s, trace) => {
      const [map, row, column] = pooledPlace(s.map, trace);
      return [0, 1, 2, 3].map((place) =>
        at('c1.activation', [map, 2 * row + (place >> 1), 2 * column + (place & 1)]),
      );
    },
    otherMap: (s, trace) =>
      [0, 1, 2, 3, 4, 5]
        .filter((map) => map !== s.map)
        .map((map) => largestBy(numbersOf(trace, 'c1.activation', map), (value) => value)),
  },
});

const at = (tensor: string, index: readonly number[]): Ref => ({ tensor, index });

const pooledPlace = (map: number, trace: Trace) =>
  largestBy(numbersOf(trace, 's2.output', map), (value) => value).index;

/** A sum of a map of C1 whose gradient the ReLU does not let through: any that is not positive. */
export const closedGate = definePlaceRule({
  tensor: 'c1.output',
  weights: 'trained',
  draw: drawMap,
  right: (s, trace) => sumsOf(trace, s.map, (value) => value <= 0),
  slips: {
    open: (s, trace) => sumsOf(trace, s.map, (value) => value > 0),
    otherMap: (s, trace) =>
      numbersOf(trace, 'c1.output')
        .filter(({ ref }) => ref.index[0] !== s.map)
        .map(({ ref }) => ref),
  },
});

const sumsOf = (trace: Trace, map: number, isMeant: (value: number) => boolean) =>
  numbersOf(trace, 'c1.output', map)
    .filter(({ value }) => isMeant(value))
    .map(({ ref }) => ref);

/** The number of F6 that adds most to the score of the digit that is read. */
export const largestTerm = definePlaceRule({
  tensor: 'f6.activation',
  weights: 'trained',
  draw: (random) => ({ digit: random.whole(0, 9) }),
  right: (s, trace) => [termBy(trace, s.digit, (x, weight) => x * weight)],
  slips: {
    largestNumber: (s, trace) => [termBy(trace, s.digit, (x) => x)],
    largestWeight: (s, trace) => [termBy(trace, s.digit, (_, weight) => weight)],
    against: (s, trace) => [termBy(trace, s.digit, (x, weight) => -x * weight)],
  },
});

function termBy(trace: Trace, score: number, size: (x: number, weight: number) => number): Ref {
  const weights = tensorOf(trace, 'output.weight').data;
  const shape = refShape(trace, 'output.weight');
  return largestBy(numbersOf(trace, 'f6.activation'), (x, unit) =>
    size(x, weights[offsetOf(shape, [score, unit])]),
  );
}

/** The digit to which the network gives the second largest probability. */
export const nearestRival = definePlaceRule({
  tensor: 'probabilities',
  weights: 'trained',
  draw: (random) => ({ digit: random.whole(0, 9) }),
  right: (_, trace) => [ranked(trace)[1]],
  slips: {
    answer: (_, trace) => [ranked(trace)[0]],
    third: (_, trace) => [ranked(trace)[2]],
    smallest: (_, trace) => [ranked(trace)[9]],
  },
});

const ranked = (trace: Trace): Ref[] =>
  [...numbersOf(trace, 'probabilities')].sort((a, b) => b.value - a.value).map(({ ref }) => ref);

/** The score whose gradient is negative: that of the right digit, which has to grow. */
export const growingScore = definePlaceRule({
  tensor: 'output.output.grad',
  weights: 'fresh',
  draw: (random) => ({ digit: random.whole(0, 9) }),
  right: (s) => [at('output.output.grad', [s.digit])],
  slips: {
    likeliest: (_, trace) => [at('output.output.grad', ranked(trace)[0].index)],
    positive: (_, trace) => numbersOf(trace, 'output.output.grad').map(({ ref }) => ref),
  },
});

/** The weight of a kernel of C1 that an update moves furthest: the one with the largest gradient, of either sign. */
export const strongestGradient = definePlaceRule({
  tensor: 'c1.weight.grad',
  weights: 'fresh',
  draw: drawMap,
  right: (s, trace) => [largestBy(numbersOf(trace, 'c1.weight.grad', s.map), Math.abs)],
  slips: {
    mostPositive: (s, trace) => [
      largestBy(numbersOf(trace, 'c1.weight.grad', s.map), (value) => value),
    ],
    mostNegative: (s, trace) => [
      largestBy(numbersOf(trace, 'c1.weight.grad', s.map), (value) => -value),
    ],
    largestWeight: (s, trace) => [
      at('c1.weight.grad', largestBy(numbersOf(trace, 'c1.weight', s.map), Math.abs).index),
    ],
    otherKernel: (s, trace) =>
      numbersOf(trace, 'c1.weight.grad')
        .filter(({ ref }) => ref.index[0] !== s.map)
        .map(({ ref }) => ref),
  },
});
