import { readNetwork, type Network, type NetworkProblem } from '$lib/network';
import { presets } from '$lib/network/presets';
import { stepProblem, type StepProblem } from './step-problem';

/** The network that a link's text names, a preset's name or the network itself; or why it cannot be stepped through. */
export function steppableNetwork(
  text: string,
): { readonly network: Network } | { readonly problem: NetworkProblem | StepProblem } {
  const preset = presets.find(({ id }) => id === text.trim());
  const reading = preset ? { ok: true as const, network: preset.network } : readNetwork(text);
  if (!reading.ok) return { problem: reading.problem };
  const problem = stepProblem(reading.network);
  return problem ? { problem } : { network: reading.network };
}
