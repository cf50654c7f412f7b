import { convolutionParameters, linearParameters, type Result } from '$lib/arithmetic';
import { defineRule } from '../rule';

/** An answer of the arithmetic; a rule draws no setting that has none. */
export function known(result: Result<number>): number {
  if (!result.ok) throw new Error(`exercise: invalid setting: ${JSON.stringify(result.reason)}`);
  return result.value;
}

/** The trainable parameters of a convolution that reads several maps. */
export const convolution = defineRule({
  form: 'number',
  draw: (random) => ({
    in: random.pick([3, 4, 6, 8, 10, 12]),
    out: random.pick([8, 10, 16, 20, 24, 32]),
    kernel: random.pick([3, 5, 7]),
  }),
  answer: ({ in: inChannels, out: outChannels, kernel: kernelSize }) => [
    known(convolutionParameters({ inChannels, outChannels, kernelSize })),
  ],
  way: (s) => [`${s.out} * (${s.in} * ${s.kernel} * ${s.kernel} + 1)`],
  slips: {
    noDepth: (s) => [`${s.out} * (${s.kernel} * ${s.kernel} + 1)`],
    noBias: (s) => [`${s.out} * ${s.in} * ${s.kernel} * ${s.kernel}`],
    oneBias: (s) => [`${s.out} * ${s.in} * ${s.kernel} * ${s.kernel} + 1`],
    biasForEachSheet: (s) => [`${s.out} * ${s.in} * (${s.kernel} * ${s.kernel} + 1)`],
    biasForEachInput: (s) => [`${s.out} * ${s.in} * ${s.kernel} * ${s.kernel} + ${s.in}`],
    oneKernel: (s) => [`${s.in} * ${s.kernel} * ${s.kernel} + 1`],
    kernelSide: (s) => [`${s.out} * (${s.in} * ${s.kernel} + 1)`],
  },
});

/** The trainable parameters of a convolution that reads one picture. */
export const firstConvolution = defineRule({
  form: 'number',
  draw: (random) => ({
    side: random.pick([28, 32, 48, 64]),
    out: random.pick([4, 8, 10, 12, 20]),
    kernel: random.pick([3, 5, 7, 9]),
  }),
  answer: ({ out: outChannels, kernel: kernelSize }) => [
    known(convolutionParameters({ inChannels: 1, outChannels, kernelSize })),
  ],
  way: (s) => [`${s.out} * (${s.kernel} * ${s.kernel} + 1)`],
  slips: {
    noBias: (s) => [`${s.out} * ${s.kernel} * ${s.kernel}`],
    oneBias: (s) => [`${s.out} * ${s.kernel} * ${s.kernel} + 1`],
    oneKernel: (s) => [`${s.kernel} * ${s.kernel} + 1`],
    kernelSide: (s) => [`${s.out} * (${s.kernel} + 1)`],
    everyPixel: (s) => [`${s.out} * (${s.side} * ${s.side} + 1)`],
    everyPlace: (s) => {
      const places = s.side - s.kernel + 1;
      return [`${places} * ${places} * ${s.out} * (${s.kernel} * ${s.kernel} + 1)`];
    },
  },
});

/** The trainable parameters of a layer wired by a table, as C3 was in 1998. */
export const sparseConvolution = defineRule({
  form: 'number',
  draw: (random) => ({
    in: 6,
    three: random.whole(3, 8),
    four: random.whole(2, 9),
    all: random.whole(1, 3),
    kernel: random.pick([3, 5, 7]),
  }),
  answer: (s) => {
    const part = (outChannels: number, inChannels: number) =>
      known(convolutionParameters({ inChannels, outChannels, kernelSize: s.kernel }));
    return [part(s.three, 3) + part(s.four, 4) + part(s.all, s.in)];
  },
  way: (s) => [
    [
      `${s.three} * (3 * ${s.kernel} * ${s.kernel} + 1)`,
      `${s.four} * (4 * ${s.kernel} * ${s.kernel} + 1)`,
      `${s.all} * (${s.in} * ${s.kernel} * ${s.kernel} + 1)`,
    ].join(' + '),
  ],
  slips: {
    fullTable: (s) => [`${s.three + s.four + s.all} * (${s.in} * ${s.kernel} * ${s.kernel} + 1)`],
    noDepth: (s) => [`${s.three + s.four + s.all} * (${s.kernel} * ${s.kernel} + 1)`],
    noBias: (s) => [
      `(${s.three} * 3 + ${s.four} * 4 + ${s.all} * ${s.in}) * ${s.kernel} * ${s.kernel}`,
    ],
    biasForEachPair: (s) => [
      `(${s.three} * 3 + ${s.four} * 4 + ${s.all} * ${s.in}) * (${s.kernel} * ${s.kernel} + 1)`,
    ],
    oneOfEach: (s) => [
      [3, 4, s.in].map((seen) => `(${seen} * ${s.kernel} * ${s.kernel} + 1)`).join(' + '),
    ],
  },
});

/** The trainable parameters of a full connection. */
export const fullConnection = defineRule({
  form: 'number',
  draw: (random) => ({
    in: random.pick([50, 84, 120, 256, 400]),
    out: random.pick([10, 32, 64, 100]),
  }),
  answer: (s) => [known(linearParameters(s.in, s.out))],
  way: (s) => [`${s.out} * (${s.in} + 1)`],
  slips: {
    noBias: (s) => [`${s.out} * ${s.in}`],
    oneBias: (s) => [`${s.out} * ${s.in} + 1`],
    biasForEachInput: (s) => [`(${s.out} + 1) * ${s.in}`],
    ends: (s) => [`${s.in} + ${s.out}`],
  },
});

/** The trainable parameters of max pooling: none. */
export const maxPooling = defineRule({
  form: 'number',
  draw: (random) => ({ in: random.pick([6, 8, 16]), kernel: random.pick([2, 3]) }),
  answer: () => [0],
  way: () => ['0'],
  slips: {
    asConvolution: (s) => [`${s.in} * (${s.kernel} * ${s.kernel} + 1)`],
    window: (s) => [`${s.kernel} * ${s.kernel}`],
    eachWindow: (s) => [`${s.in} * ${s.kernel} * ${s.kernel}`],
    trained: (s) => [`${s.in} * 2`],
  },
});
