import { measureNetwork } from '$lib/arithmetic';
import { imageSide, readsDigits } from '$lib/data';
import { allLayers, mostLayers, type Network, type Shape } from '$lib/network';
import { buildProblem, type BuildProblem } from '$lib/nn';

/** The most multiply-adds of one digit that are traced: about a second of work on a slow machine. */
const mostMultiplyAdds = 20_000_000;

/** The most bytes that a trace may take. */
export const mostTraceBytes = 200e6;

/** Why a network cannot be stepped through on a digit. */
export type StepProblem =
  | BuildProblem
  /** Digits are grey and 28 × 28: they have no place on what the network reads; an input that would do, if one does. */
  | { readonly code: 'input'; readonly input: Shape; readonly would?: Shape }
  /** A digit is one of ten: the network has fewer scores. */
  | { readonly code: 'scores'; readonly scores: number }
  | { readonly code: 'layers'; readonly count: number; readonly most: number }
  | { readonly code: 'work'; readonly multiplyAdds: number; readonly most: number }
  /** A trace of so many bytes, and the layer that takes most of them. */
  | {
      readonly code: 'memory';
      readonly bytes: number;
      readonly layer: string;
      readonly ofLayer: number;
    };

/** Why a network cannot be stepped through; undefined where it can. Said before anything is computed. */
export function stepProblem(network: Network): StepProblem | undefined {
  const { input } = network;
  if (!readsDigits(network)) {
    const side = (size: number) => Math.max(imageSide, size);
    const would: Shape = [1, side(input[1]), side(input[2])];
    const does = stepProblem({ ...network, input: would }) === undefined;
    return { code: 'input', input, ...(does && { would }) };
  }
  const count = allLayers(network.layers).length;
  if (count > mostLayers) return { code: 'layers', count, most: mostLayers };
  const problem = buildProblem(network);
  if (problem) return problem;
  const { steps, totals } = measureNetwork(network);
  const [channels, height, width] = steps.at(-1)?.measure.output ?? input;
  const scores = channels * height * width;
  if (scores < 10) return { code: 'scores', scores };
  // A number of a layer is kept with its gradient; a parameter with its gradient, update and momentum.
  const sizes = steps.map(({ name, measure }) => {
    const units = measure.output[0] * measure.output[1] * measure.output[2];
    return { name, bytes: 8 * (2 * units + 5 * measure.parameters) };
  });
  const bytes = 8 * (2 * totals.activations + 5 * totals.parameters);
  if (bytes > mostTraceBytes) {
    const largest = sizes.reduce((most, each) => (each.bytes > most.bytes ? each : most));
    return { code: 'memory', bytes, layer: largest.name, ofLayer: largest.bytes };
  }
  const { multiplyAdds } = totals;
  if (multiplyAdds > mostMultiplyAdds)
    return { code: 'work', multiplyAdds, most: mostMultiplyAdds };
  return undefined;
}
