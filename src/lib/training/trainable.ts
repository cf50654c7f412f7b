import { measureNetwork } from '$lib/arithmetic';
import { readsDigits } from '$lib/data';
import type { Network, Shape } from '$lib/network';
import { buildProblem, type BuildProblem } from '$lib/nn';

/** The most parameters of a network that trains here: with an optimiser's two moments 160 MB in float64. */
export const mostParameters = 5_000_000;

/** The most products of one digit on its way forward: some tenths of a second a digit, there and back. */
export const mostMultiplyAdds = 200_000_000;

/** Products a second of a thread, as measured: only for saying how far too large a network is. */
const productsPerSecond = 2e9;

/** Why a network cannot be trained here. */
export type TrainProblem =
  | BuildProblem
  /** Digits are grey and 28 × 28: they have no place on what the network reads. */
  | { readonly code: 'input'; readonly input: Shape }
  /** A digit is one of ten: the network has fewer scores. */
  | { readonly code: 'scores'; readonly scores: number }
  /** What it would take: seconds of an epoch of all digits, and bytes of its parameters with what is kept of each. */
  | { readonly code: 'too-large'; readonly seconds: number; readonly bytes: number };

/** Why a network cannot be trained here; undefined where it can: it reads digits, gives ten scores, and is not too large. */
export function trainProblem(network: Network): TrainProblem | undefined {
  const { input } = network;
  if (!readsDigits(network)) return { code: 'input', input };
  const problem = buildProblem(network);
  if (problem) return problem;
  const { steps, totals } = measureNetwork(network);
  const [channels, height, width] = steps.at(-1)?.measure.output ?? input;
  const scores = channels * height * width;
  if (scores < 10) return { code: 'scores', scores };
  const { parameters, multiplyAdds } = totals;
  if (parameters <= mostParameters && multiplyAdds <= mostMultiplyAdds) return undefined;
  // Forward, and both gradients; a weight, its gradient and two moments.
  const seconds = (60_000 * 3 * multiplyAdds) / productsPerSecond;
  return { code: 'too-large', seconds, bytes: 4 * 4 * parameters };
}

/** Whether a network can be trained here. */
export const isTrainable = (network: Network): boolean => trainProblem(network) === undefined;
