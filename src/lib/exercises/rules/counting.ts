import { convolutionParameters } from '$lib/arithmetic';
import { defineRule } from '../rule';
import { known } from './parameters';

/** The parameters of a convolution whose kernels are as large as the maps they read, as C5 in 1998. */
export const wholeMapParameters = defineRule({
  form: 'number',
  draw: (random) => ({
    in: random.pick([8, 12, 16, 20]),
    side: random.pick([3, 4, 5, 6]),
    out: random.pick([60, 80, 100, 120]),
  }),
  answer: (s) => [
    known(convolutionParameters({ inChannels: s.in, outChannels: s.out, kernelSize: s.side })),
  ],
  way: (s) => [`${s.out} * (${s.in} * ${s.side} * ${s.side} + 1)`],
  slips: {
    noBias: (s) => [`${s.out} * ${s.in} * ${s.side} * ${s.side}`],
    noSide: (s) => [`${s.out} * (${s.in} + 1)`],
    noDepth: (s) => [`${s.out} * (${s.side} * ${s.side} + 1)`],
    oneUnit: (s) => [`${s.in} * ${s.side} * ${s.side} + 1`],
    sideOnce: (s) => [`${s.out} * (${s.in} * ${s.side} + 1)`],
  },
});

/** The parameters of the subsampling of 1998: a coefficient and a bias for each map. */
export const subsamplingParameters = defineRule({
  form: 'number',
  draw: (random) => ({ maps: random.whole(3, 40) }),
  answer: (s) => [2 * s.maps],
  way: (s) => [`2 * ${s.maps}`],
  slips: {
    maxPooling: () => ['0'],
    noBias: (s) => [`${s.maps}`],
    onePair: () => ['2'],
    asConvolution: (s) => [`${s.maps} * (2 * 2 + 1)`],
    fourWeights: (s) => [`${s.maps} * 2 * 2`],
  },
});

/** The connections of a convolution, as the paper counts them: each use of a weight or a bias. */
export const convolutionConnections = defineRule({
  form: 'number',
  draw: (random) => ({
    in: random.pick([2, 3, 4, 6]),
    out: random.pick([8, 10, 16]),
    kernel: random.pick([3, 5, 7]),
    side: random.whole(12, 26),
  }),
  answer: (s) => [s.out * s.side ** 2 * (s.in * s.kernel ** 2 + 1)],
  way: (s) => [`${s.side} * ${s.side} * ${s.out} * (${s.in} * ${s.kernel} * ${s.kernel} + 1)`],
  slips: {
    parameters: (s) => [`${s.out} * (${s.in} * ${s.kernel} * ${s.kernel} + 1)`],
    noBias: (s) => [`${s.side} * ${s.side} * ${s.out} * ${s.in} * ${s.kernel} * ${s.kernel}`],
    noDepth: (s) => [`${s.side} * ${s.side} * ${s.out} * (${s.kernel} * ${s.kernel} + 1)`],
    oneMap: (s) => [`${s.side} * ${s.side} * (${s.in} * ${s.kernel} * ${s.kernel} + 1)`],
    oneSide: (s) => [`${s.side} * ${s.out} * (${s.in} * ${s.kernel} * ${s.kernel} + 1)`],
  },
});

/** The connections of the subsampling of 1998: four numbers and a bias for each number that comes out. */
export const subsamplingConnections = defineRule({
  form: 'number',
  draw: (random) => ({ maps: random.pick([6, 8, 12, 16]), side: random.whole(5, 20) }),
  answer: (s) => [s.maps * s.side ** 2 * (2 * 2 + 1)],
  way: (s) => [`${s.maps} * ${s.side} * ${s.side} * (2 * 2 + 1)`],
  slips: {
    parameters: (s) => [`2 * ${s.maps}`],
    noBias: (s) => [`${s.maps} * ${s.side} * ${s.side} * 2 * 2`],
    twoEach: (s) => [`${s.maps} * ${s.side} * ${s.side} * 2`],
    oneMap: (s) => [`${s.side} * ${s.side} * (2 * 2 + 1)`],
    inputSide: (s) => [`${s.maps} * (2 * ${s.side}) ^ 2 * (2 * 2 + 1)`],
  },
});

/** How many crosses a table of connections has: one for each map that a kernel sees. */
export const tableCrosses = defineRule({
  form: 'number',
  draw: (random) => ({
    in: 6,
    three: random.whole(3, 8),
    four: random.whole(2, 9),
    all: random.whole(1, 3),
  }),
  answer: (s) => [3 * s.three + 4 * s.four + s.in * s.all],
  way: (s) => [`3 * ${s.three} + 4 * ${s.four} + ${s.in} * ${s.all}`],
  slips: {
    fullTable: (s) => [`${s.in} * (${s.three} + ${s.four} + ${s.all})`],
    maps: (s) => [`${s.three} + ${s.four} + ${s.all}`],
    withBias: (s) => [`(3 + 1) * ${s.three} + (4 + 1) * ${s.four} + (${s.in} + 1) * ${s.all}`],
    oneOfEach: (s) => [`3 + 4 + ${s.in}`],
  },
});

/** The probability of the first of three scores. */
export const softmaxShare = defineRule({
  form: 'number',
  draw: (random) => {
    const [first, second, third] = random.order(5).map((score) => score - 1);
    return { first, second, third };
  },
  answer: (s) => [Math.exp(s.first) / sumOf(s)],
  way: (s) => [`exp(${s.first}) / (exp(${s.first}) + exp(${s.second}) + exp(${s.third}))`],
  slips: {
    noPower: (s) =>
      s.first + s.second + s.third === 0
        ? undefined
        : [`${inBrackets(s.first)} / (${s.first} + ${s.second} + ${inBrackets(s.third)})`],
    noSum: (s) => [`exp(${s.first})`],
    ofTheOthers: (s) => [`exp(${s.first}) / (exp(${s.second}) + exp(${s.third}))`],
    wrongScore: (s) => [
      `exp(${s.second}) / (exp(${s.first}) + exp(${s.second}) + exp(${s.third}))`,
    ],
    even: () => ['1 / 3'],
  },
  tolerance: 0.006,
});

const sumOf = (s: { first: number; second: number; third: number }) =>
  Math.exp(s.first) + Math.exp(s.second) + Math.exp(s.third);

/** The gradient at a sum, behind which the ReLU passes on what comes back. */
export const gatedGradient = defineRule({
  form: 'number',
  draw: (random) => ({
    sum: random.pick([-1, 1]) * (random.whole(11, 49) / 10),
    gradient: random.pick([-1, 1]) * (random.whole(11, 95) / 100),
  }),
  answer: (s) => [s.sum > 0 ? s.gradient : 0],
  way: (s) => [s.sum > 0 ? `${s.gradient} * 1` : `${inBrackets(s.gradient)} * 0`],
  slips: {
    passed: (s) => (s.sum < 0 ? [`${s.gradient}`] : undefined),
    stopped: (s) => (s.sum > 0 ? ['0'] : undefined),
    timesSum: (s) => [`${inBrackets(s.gradient)} * ${inBrackets(s.sum)}`],
    slope: (s) => (s.sum > 0 ? ['1'] : undefined),
    theSum: (s) => [`${s.sum}`],
    sign: (s) => [`-${inBrackets(s.gradient)}`],
  },
  tolerance: 0.0006,
});

const inBrackets = (value: number) => (value < 0 ? `(${value})` : `${value}`);
