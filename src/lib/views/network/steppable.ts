import { readNetwork, type Network, type NetworkProblem } from '$lib/network';
import { stepProblem, type StepProblem } from './step-problem';

/** The network that a link's text names, or why it cannot be stepped through. */
export function steppableNetwork(
  text: string,
): { readonly network: Network } | { readonly problem: NetworkProblem | StepProblem } {
  const reading = readNetwork(text);
  if (!reading.ok) return { problem: reading.problem };
  const problem = stepProblem(reading.network);
  return problem ? { problem } : { network: reading.network };
}
