import { outputSize, poolOutputSize } from '$lib/arithmetic';
import { defineRule } from '../rule';
import { known } from './parameters';

/** How many windows fit along one side. */
export const windowCount = defineRule({
  form: 'number',
  draw: (random) => ({
    input: random.whole(20, 64),
    kernel: random.pick([5, 7, 9]),
    padding: random.pick([1, 2, 3, 4]),
    stride: random.pick([2, 3]),
  }),
  answer: ({ input, kernel, padding, stride }) => [
    known(outputSize({ input, kernel, padding, stride })),
  ],
  way: (s) => [`⌊(${s.input} + 2 * ${s.padding} - ${s.kernel}) / ${s.stride}⌋ + 1`],
  slips: {
    noFloor: (s) => [`(${s.input} + 2 * ${s.padding} - ${s.kernel}) / ${s.stride} + 1`],
    noLastWindow: (s) => [`⌊(${s.input} + 2 * ${s.padding} - ${s.kernel}) / ${s.stride}⌋`],
    borderOnce: (s) => [`⌊(${s.input} + ${s.padding} - ${s.kernel}) / ${s.stride}⌋ + 1`],
    noBorder: (s) => [`⌊(${s.input} - ${s.kernel}) / ${s.stride}⌋ + 1`],
    noStride: (s) => [`${s.input} + 2 * ${s.padding} - ${s.kernel} + 1`],
  },
  // For the slip that is no whole number, which a reader rounds.
  tolerance: 0.006,
});

/** The shape that a convolution of stride 1 makes. */
export const convolutionShape = defineRule({
  form: 'sizes',
  draw: (random) => ({
    in: random.pick([1, 3, 4]),
    side: random.whole(20, 40),
    out: random.pick([6, 8, 12, 16]),
    kernel: random.pick([5, 7, 9]),
    padding: random.pick([1, 2]),
  }),
  answer: ({ side: input, out, kernel, padding }) => {
    const side = known(outputSize({ input, kernel, padding }));
    return [out, side, side];
  },
  way: (s) => {
    const side = `${s.side} + 2 * ${s.padding} - ${s.kernel} + 1`;
    return [`${s.out}`, side, side];
  },
  slips: shapeSlips({
    borderOnce: (s) => `${s.side} + ${s.padding} - ${s.kernel} + 1`,
    noBorder: (s) => `${s.side} - ${s.kernel} + 1`,
    noLastWindow: (s) => `${s.side} + 2 * ${s.padding} - ${s.kernel}`,
    keepsSide: (s) => `${s.side}`,
  }),
});

type ConvolutionShape = Readonly<Record<'in' | 'side' | 'out' | 'kernel' | 'padding', number>>;

/** Slips in the side of the maps; and with the right side, slips in what the first size counts. */
function shapeSlips<Slip extends string>(
  sides: Record<Slip, (setting: ConvolutionShape) => string>,
) {
  const right = (s: ConvolutionShape) => `${s.side} + 2 * ${s.padding} - ${s.kernel} + 1`;
  const inSides = Object.fromEntries(
    Object.entries<(setting: ConvolutionShape) => string>(sides).map(([slip, side]) => [
      slip,
      (s: ConvolutionShape) => [`${s.out}`, side(s), side(s)],
    ]),
  ) as unknown as Record<Slip, (setting: ConvolutionShape) => string[]>;
  return {
    ...inSides,
    inputChannels: (s: ConvolutionShape) => [`${s.in}`, right(s), right(s)],
    allSheets: (s: ConvolutionShape) =>
      s.in === 1 ? undefined : [`${s.in} * ${s.out}`, right(s), right(s)],
    channelsLast: (s: ConvolutionShape) => [right(s), right(s), `${s.out}`],
  };
}

/** The shape that pooling with windows of 2 × 2 makes. */
export const poolingShape = defineRule({
  form: 'sizes',
  draw: (random) => ({ maps: random.pick([6, 8, 16]), side: 2 * random.whole(5, 20) }),
  answer: (s) => {
    const side = known(poolOutputSize({ input: s.side, kernel: 2, stride: 2 }));
    return [s.maps, side, side];
  },
  way: (s) => [`${s.maps}`, `(${s.side} - 2) / 2 + 1`, `(${s.side} - 2) / 2 + 1`],
  slips: {
    strideOne: (s) => [`${s.maps}`, `${s.side} - 2 + 1`, `${s.side} - 2 + 1`],
    fewerMaps: (s) => [`${s.maps} / 2`, `${s.side} / 2`, `${s.side} / 2`],
    noPooling: (s) => [`${s.maps}`, `${s.side}`, `${s.side}`],
    channelsLast: (s) => [`${s.side} / 2`, `${s.side} / 2`, `${s.maps}`],
  },
});

/** How many numbers a full connection makes. */
export const connectionShape = defineRule({
  form: 'sizes',
  draw: (random) => ({
    in: random.pick([84, 120, 400]),
    out: random.pick([10, 64, 100]),
  }),
  answer: (s) => [s.out],
  way: (s) => [`${s.out}`],
  slips: {
    inputs: (s) => [`${s.in}`],
    weights: (s) => [`${s.out}`, `${s.in}`],
  },
});
