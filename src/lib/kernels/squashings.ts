import type { ActivationName } from './contract';

/** The squashing functions, `amplitude · tanh(slope · x)`: the plain one and the paper's (appendix A). */
export const squashings: Record<
  Exclude<ActivationName, 'relu'>,
  { readonly amplitude: number; readonly slope: number }
> = {
  tanh: { amplitude: 1, slope: 1 },
  scaledTanh: { amplitude: 1.7159, slope: 2 / 3 },
};
