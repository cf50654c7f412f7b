import { outputSize } from '$lib/arithmetic';
import { defineRule } from '../rule';
import { known } from './parameters';

/** The loss of a network that knows nothing: it gives each class the same probability. */
export const evenLoss = defineRule({
  form: 'number',
  draw: (random) => ({ classes: random.pick([4, 5, 8, 12, 16, 20, 26, 50, 100]) }),
  answer: (s) => [Math.log(s.classes)],
  way: (s) => [`-ln(1 / ${s.classes})`],
  slips: {
    probability: (s) => [`1 / ${s.classes}`],
    base10: (s) => [`log10(${s.classes})`],
    noMinus: (s) => [`ln(1 / ${s.classes})`],
    classes: (s) => [`${s.classes}`],
    nothing: () => ['0'],
  },
  tolerance: 0.006,
});

/** The gradient at the score of the right class, to which the network gives a probability. */
export const rightScoreGradient = defineRule({
  form: 'number',
  draw: (random) => ({ probability: random.whole(4, 96) / 100 }),
  answer: (s) => [s.probability - 1],
  way: (s) => [`${s.probability} - 1`],
  slips: {
    probability: (s) => [`${s.probability}`],
    sign: (s) => [`1 - ${s.probability}`],
    minus: (s) => [`-${s.probability}`],
    loss: (s) => [`-ln(${s.probability})`],
    slopeOfLoss: (s) => [`-1 / ${s.probability}`],
  },
  tolerance: 0.0051,
});

/** Of how many products the gradient of one weight of a convolution is the sum. */
export const weightUses = defineRule({
  form: 'number',
  draw: (random) => ({
    in: random.pick([2, 3, 4, 6]),
    side: random.whole(12, 32),
    out: random.pick([8, 10, 16]),
    kernel: random.pick([3, 5, 7]),
  }),
  answer: ({ side, kernel }) => [known(outputSize({ input: side, kernel })) ** 2],
  way: (s) => [`(${s.side} - ${s.kernel} + 1) ^ 2`],
  slips: {
    once: () => ['1'],
    oneSide: (s) => [`${s.side} - ${s.kernel} + 1`],
    taps: (s) => [`${s.kernel} * ${s.kernel}`],
    noLastWindow: (s) => [`(${s.side} - ${s.kernel}) ^ 2`],
    everyInput: (s) => [`${s.side} * ${s.side}`],
    everyMap: (s) => [`${s.out} * (${s.side} - ${s.kernel} + 1) ^ 2`],
    allWeights: (s) => [`${s.out} * ${s.in} * ${s.kernel} * ${s.kernel}`],
  },
});

/** A weight after one plain step. */
export const plainStep = defineRule({
  form: 'number',
  draw: (random) => ({
    weight: random.pick([-1, 1]) * (random.whole(11, 90) / 100),
    gradient: random.pick([-1, 1]) * (random.whole(2, 30) / 10),
    lr: random.pick([0.01, 0.02, 0.05, 0.1]),
  }),
  answer: (s) => [s.weight - s.lr * s.gradient],
  way: (s) => [`${s.weight} - ${s.lr} * ${inBrackets(s.gradient)}`],
  slips: {
    uphill: (s) => [`${s.weight} + ${s.lr} * ${inBrackets(s.gradient)}`],
    noRate: (s) => [`${s.weight} - ${inBrackets(s.gradient)}`],
    stepAlone: (s) => [`-${s.lr} * ${inBrackets(s.gradient)}`],
    changeAlone: (s) => [`${s.lr} * ${inBrackets(s.gradient)}`],
    ofWeight: (s) => [`${s.weight} - ${s.lr} * ${inBrackets(s.weight)}`],
  },
  tolerance: 0.0006,
});

const inBrackets = (value: number) => (value < 0 ? `(${value})` : `${value}`);
