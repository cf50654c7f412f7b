import { opens } from '../rules/gate';
import { mapTensor } from '../tensor';
import { elementwise } from './elementwise';

/** What a number that is not positive is multiplied with, as a gradient there is too. */
export interface LeakyReluOptions {
  readonly negativeSlope: number;
}

/** `torch.nn.LeakyReLU`: what is negative becomes a small part of itself. Any shape. */
export const leakyReluOperation = elementwise<LeakyReluOptions>({
  value: ({ negativeSlope }) => ({
    value: (x) => (opens(x) ? x : negativeSlope * x),
    tex: (x) =>
      `\\begin{cases}${x} & ${x} > 0\\\\ ${negativeSlope}\\,${x} & \\text{else}\\end{cases}`,
  }),
  slope: ({ negativeSlope }) => ({
    value: (x) => (opens(x) ? 1 : negativeSlope),
    tex: (x) => `\\begin{cases}1 & ${x} > 0\\\\ ${negativeSlope} & \\text{else}\\end{cases}`,
  }),
  slopeFrom: 'input',
  corners: {
    kind: 'gate',
    at: 'input',
    sides: (input) => input.data.map((x) => Number(x > 0)),
    held: (input, before, { negativeSlope }) =>
      mapTensor(input, (x, at) => (before.data[at] > 0 ? x : negativeSlope * x)),
  },
});
