import { measureNetwork, unitsOf } from '$lib/arithmetic';
import { readsDigits } from '$lib/data';
import type { Network, Shape } from '$lib/network';
import { buildProblem, type BuildProblem } from '$lib/nn';

/** Why a network cannot say which of the ten digits it is shown. */
export type DigitProblem =
  | BuildProblem
  /** Digits are grey and 28 × 28: they have no place on what the network reads. */
  | { readonly code: 'input'; readonly input: Shape }
  /** A digit is one of ten: the network has fewer scores. */
  | { readonly code: 'scores'; readonly scores: number };

/** Why a network cannot be shown digits; undefined where it can: it reads them, and gives ten scores or more. */
export function digitProblem(network: Network): DigitProblem | undefined {
  const { input } = network;
  if (!readsDigits(network)) return { code: 'input', input };
  const problem = buildProblem(network);
  if (problem) return problem;
  const last = measureNetwork(network).steps.at(-1);
  const scores = last ? unitsOf(last.measure) : 0;
  return scores < 10 ? { code: 'scores', scores } : undefined;
}
