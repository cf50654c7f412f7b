import { measureNetwork } from '$lib/arithmetic';
import type { Network } from '$lib/network';
import { digitProblem, type DigitProblem } from './digit-problem';

/** The most parameters of a network that trains here: with an optimiser's two moments 160 MB in float64. */
export const mostParameters = 5_000_000;

/** The most products of one digit on its way forward: some tenths of a second a digit, there and back. */
export const mostMultiplyAdds = 200_000_000;

/** Products a second of a thread, as measured: only for saying how far too large a network is. */
const productsPerSecond = 2e9;

/** Why a network cannot be trained here. */
export type TrainProblem =
  | DigitProblem
  /** What it would take: seconds of an epoch of all digits, and bytes of its parameters with what is kept of each. */
  | { readonly code: 'too-large'; readonly seconds: number; readonly bytes: number };

/** Why a network cannot be trained here; undefined where it can: it tells digits, and is not too large. */
export function trainProblem(network: Network): TrainProblem | undefined {
  const problem = digitProblem(network);
  if (problem) return problem;
  const { totals } = measureNetwork(network);
  const { parameters, multiplyAdds } = totals;
  if (parameters <= mostParameters && multiplyAdds <= mostMultiplyAdds) return undefined;
  // Forward, and both gradients; a weight, its gradient and two moments.
  const seconds = (60_000 * 3 * multiplyAdds) / productsPerSecond;
  return { code: 'too-large', seconds, bytes: 4 * 4 * parameters };
}

/** Whether a network can be trained here. */
export const isTrainable = (network: Network): boolean => trainProblem(network) === undefined;
