import { outputSize } from '$lib/arithmetic';
import { defineRule } from '../rule';
import { known } from './parameters';

/** What a grey level becomes when it is normalised with a mean and a standard deviation. */
export const normalisedGrey = defineRule({
  form: 'number',
  draw: (random) => ({
    grey: 51 * random.whole(1, 5),
    mean: random.pick([0.1, 0.3, 0.5]),
    std: random.pick([0.2, 0.25, 0.5]),
  }),
  answer: (s) => [(s.grey / 255 - s.mean) / s.std],
  way: (s) => [`(${s.grey} / 255 - ${s.mean}) / ${s.std}`],
  slips: {
    noMean: (s) => [`${s.grey} / 255 / ${s.std}`],
    noStd: (s) => [`${s.grey} / 255 - ${s.mean}`],
    noScale: (s) => [`(${s.grey} - ${s.mean}) / ${s.std}`],
    meanLast: (s) => [`${s.grey} / 255 / ${s.std} - ${s.mean}`],
    scaleAlone: (s) => [`${s.grey} / 255`],
  },
  tolerance: 0.006,
});

/** The side of a kernel whose windows make an output of a known side, with a stride of 1. */
export const kernelBackwards = defineRule({
  form: 'number',
  draw: (random) => {
    const input = random.whole(18, 64);
    const kernel = random.pick([3, 5, 7, 9, 11]);
    return { input, output: known(outputSize({ input, kernel })) };
  },
  answer: (s) => [s.input - s.output + 1],
  way: (s) => [`${s.input} - (${s.output} - 1)`],
  slips: {
    noLastWindow: (s) => [`${s.input} - ${s.output}`],
    wrongSign: (s) => [`${s.input} - ${s.output} - 1`],
    halved: (s) => [`(${s.input} - ${s.output}) / 2`],
    asKernel: (s) => [`${s.output}`],
  },
});

/** The bias of the one layer that does what two layers without an activation between them do. */
export const joinedBias = defineRule({
  form: 'number',
  draw: (random) => ({
    weight1: random.pick([-3, -2, 2, 3, 4]),
    bias1: random.pick([-4, -2, -1, 1, 3, 5]),
    weight2: random.pick([-3, -2, 2, 3, 5]),
    bias2: random.pick([-5, -3, 1, 2, 4]),
  }),
  answer: (s) => [s.weight2 * s.bias1 + s.bias2],
  way: (s) => [`${inBrackets(s.weight2)} * ${inBrackets(s.bias1)} + ${inBrackets(s.bias2)}`],
  slips: {
    biasesAdded: (s) => [`${inBrackets(s.bias1)} + ${inBrackets(s.bias2)}`],
    secondOnly: (s) => [`${s.bias2}`],
    noSecond: (s) => [`${inBrackets(s.weight2)} * ${inBrackets(s.bias1)}`],
    firstWeight: (s) => [
      `${inBrackets(s.weight1)} * ${inBrackets(s.bias1)} + ${inBrackets(s.bias2)}`,
    ],
    theWeight: (s) => [`${inBrackets(s.weight2)} * ${inBrackets(s.weight1)}`],
  },
});

/** How many pixels, along one side, a unit sees behind a convolution, a pooling by 2 and a convolution. */
export const sight = defineRule({
  form: 'number',
  draw: (random) => ({
    kernel1: random.pick([3, 5, 7, 9]),
    kernel2: random.pick([3, 5, 7]),
  }),
  answer: (s) => [s.kernel1 + 1 + 2 * (s.kernel2 - 1)],
  way: (s) => [`${s.kernel1} + (2 - 1) * 1 + (${s.kernel2} - 1) * 2`],
  slips: {
    noJump: (s) => [`${s.kernel1} + (2 - 1) + (${s.kernel2} - 1)`],
    noPooling: (s) => [`${s.kernel1} + (${s.kernel2} - 1) * 2`],
    wholeKernel: (s) => [`${s.kernel1} + (2 - 1) + ${s.kernel2} * 2`],
    lastOnly: (s) => [`${s.kernel2}`],
    product: (s) => [`${s.kernel1} * 2 * ${s.kernel2}`],
  },
});

/** The squared distance of two codes of +1 and −1 that differ in so many places. */
export const codeDistance = defineRule({
  form: 'number',
  draw: (random) => ({ bits: random.whole(11, 52) }),
  answer: (s) => [4 * s.bits],
  way: (s) => [`${s.bits} * (1 - (-1)) ^ 2`],
  slips: {
    bits: (s) => [`${s.bits}`],
    notSquared: (s) => [`${s.bits} * 2`],
    root: (s) => [`sqrt(${s.bits} * 4)`],
    allSquared: (s) => [`(${s.bits} * 2) ^ 2`],
    pixels: (s) => [`(84 - ${s.bits}) * 4`],
  },
  tolerance: 0.006,
});

/** The probability that the softmax gives to the first of two scores. */
export const firstOfTwo = defineRule({
  form: 'number',
  draw: (random) => ({ first: random.whole(1, 6), second: random.whole(1, 6) }),
  answer: (s) => [Math.exp(s.first) / (Math.exp(s.first) + Math.exp(s.second))],
  way: (s) => [`exp(${s.first}) / (exp(${s.first}) + exp(${s.second}))`],
  slips: {
    share: (s) => [`${s.first} / (${s.first} + ${s.second})`],
    other: (s) => [`exp(${s.second}) / (exp(${s.first}) + exp(${s.second}))`],
    ratio: (s) => [`exp(${s.first}) / exp(${s.second})`],
    powerOnly: (s) => [`exp(${s.first})`],
  },
  tolerance: 0.006,
});

/** How many products a convolution without a border computes for one picture. */
export const convolutionProducts = defineRule({
  form: 'number',
  draw: (random) => ({
    in: random.pick([2, 3, 6, 8]),
    side: random.whole(10, 16),
    out: random.pick([4, 10, 16]),
    kernel: random.pick([3, 5]),
  }),
  answer: (s) => {
    const side = known(outputSize({ input: s.side, kernel: s.kernel }));
    return [side * side * s.out * s.in * s.kernel * s.kernel];
  },
  way: (s) => [
    `(${s.side} - ${s.kernel} + 1) ^ 2 * ${s.out} * ${s.in} * ${s.kernel} * ${s.kernel}`,
  ],
  slips: {
    weights: (s) => [`${s.out} * ${s.in} * ${s.kernel} * ${s.kernel}`],
    withBias: (s) => [
      `(${s.side} - ${s.kernel} + 1) ^ 2 * ${s.out} * (${s.in} * ${s.kernel} * ${s.kernel} + 1)`,
    ],
    everyPixel: (s) => [`${s.side} ^ 2 * ${s.out} * ${s.in} * ${s.kernel} * ${s.kernel}`],
    oneMap: (s) => [`(${s.side} - ${s.kernel} + 1) ^ 2 * ${s.in} * ${s.kernel} * ${s.kernel}`],
    noDepth: (s) => [`(${s.side} - ${s.kernel} + 1) ^ 2 * ${s.out} * ${s.kernel} * ${s.kernel}`],
  },
});

/** How many bytes training with Adam keeps for the parameters: each with its gradient and two averages. */
export const adamMemory = defineRule({
  form: 'number',
  draw: (random) => ({ parameters: 100 * random.whole(12, 900) }),
  answer: (s) => [s.parameters * 4 * 4],
  way: (s) => [`${s.parameters} * (1 + 1 + 2) * 4`],
  slips: {
    weightsOnly: (s) => [`${s.parameters} * 4`],
    noAverages: (s) => [`${s.parameters} * (1 + 1) * 4`],
    oneAverage: (s) => [`${s.parameters} * (1 + 1 + 1) * 4`],
  },
});

const inBrackets = (value: number) => (value < 0 ? `(${value})` : `${value}`);
