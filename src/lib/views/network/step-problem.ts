import { measureNetwork } from '$lib/arithmetic';
import { imageSide } from '$lib/data';
import { allLayers, mostLayers, type Network, type Shape } from '$lib/network';
import { digitProblem, type DigitProblem } from '$lib/training/digit-problem';

/** The most bytes that a trace may take. */
export const mostTraceBytes = 200e6;

/** Why a network cannot be stepped through on a digit. */
export type StepProblem =
  | Exclude<DigitProblem, { readonly code: 'input' }>
  /** As in training, with an input that would do, if one does. */
  | { readonly code: 'input'; readonly input: Shape; readonly would?: Shape }
  | { readonly code: 'layers'; readonly count: number; readonly most: number }
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
  const problem = digitProblem(network);
  if (problem?.code === 'input') {
    const side = (size: number) => Math.max(imageSide, size);
    const would: Shape = [1, side(input[1]), side(input[2])];
    const does = stepProblem({ ...network, input: would }) === undefined;
    return { code: 'input', input, ...(does && { would }) };
  }
  if (problem) return problem;
  const count = allLayers(network.layers).length;
  if (count > mostLayers) return { code: 'layers', count, most: mostLayers };
  const { steps, totals } = measureNetwork(network);
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
  return undefined;
}
