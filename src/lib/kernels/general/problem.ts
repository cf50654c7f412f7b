import type { OptimizerName } from '../contract';
import { curvatureProblem, type CurvatureProblem } from '../curvature-problem';
import { isKnown } from './elements';
import { measureChain, type MeasuredLayer } from '$lib/arithmetic';
import { outputCodes } from '$lib/network/digit-codes';
import { allLayers, type Layer, type Network, type Shape } from '$lib/network';

/** Why the general engine does not run a network. */
export type PlanProblem =
  /** Digits are grey and 28 × 28. */
  | { readonly code: 'input'; readonly shape: Shape }
  /** A layer does not fit its input. */
  | { readonly code: 'shape'; readonly within: string }
  /** There are no kernels for a layer. */
  | { readonly code: 'layer'; readonly name: string; readonly kind: Layer['kind'] }
  | { readonly code: 'loss'; readonly loss: Network['loss'] }
  | CurvatureProblem
  /** Ten classes want ten learned numbers at least; more than 256 have no place in a byte. */
  | { readonly code: 'output'; readonly shape: Shape }
  /** The numbers of a batch's samples do not fit into the memory. */
  | { readonly code: 'memory'; readonly bytes: number };

/** A network that the general engine does not run. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  constructor(readonly problem: PlanProblem) {
    super(`kernels: no plan: ${JSON.stringify(problem)}`);
  }
}

const side = 28;
const [fewestClasses, mostClasses] = [10, 256];

/** The kinds of layers that there are no kernels for. */
function isUnknown(layer: Layer): boolean {
  if (layer.kind === 'activation') return !isKnown(layer);
  return layer.kind === 'transposed';
}

/** Whether there is a code for each class of distances, as long as what is read. */
function isCoded({ input, measure }: MeasuredLayer): boolean {
  const features = input[0] * input[1] * input[2];
  return measure.output[0] === outputCodes.length && features === outputCodes[0].length;
}

/** The layers of a network with their shapes; or why there is no plan. */
export function measured({ input, layers, loss }: Network): MeasuredLayer[] | PlanProblem {
  const [channels, height, width] = input;
  if (channels !== 1 || height < side || width < side) return { code: 'input', shape: input };
  const unknown = allLayers(layers).find(({ layer }) => isUnknown(layer));
  if (unknown) return { code: 'layer', name: unknown.name, kind: unknown.layer.kind };
  const chain = measureChain(layers, input);
  if (!chain.ok) return { code: 'shape', within: chain.within ?? '' };
  const odd = withInner(chain.value).find((each) => each.layer.kind === 'rbf' && !isCoded(each));
  const last = layers.at(-1)?.layer;
  if (odd) return { code: 'layer', name: odd.name, kind: odd.layer.kind };
  if ((loss !== 'crossEntropy') !== (last?.kind === 'rbf')) return { code: 'loss', loss };
  const output = chain.value.at(-1)?.measure.output ?? input;
  const learns = allLayers(layers).some(
    ({ layer }) => layer.kind === 'conv' || layer.kind === 'sparse' || layer.kind === 'linear',
  );
  const fits = learns && output[0] >= fewestClasses && output[0] <= mostClasses;
  if (!fits || output[1] * output[2] !== 1) return { code: 'output', shape: output };
  return chain.value;
}

/** Why the general engine does not run a network, or not by this rule; undefined where it does. */
export function planProblem(network: Network, optimizer?: OptimizerName): PlanProblem | undefined {
  const found = measured(network);
  if (!Array.isArray(found)) return found;
  return optimizer === 'sdlm' ? curvatureProblem(network) : undefined;
}

/** The layers of measured chains, those inside a residual block before the block itself. */
export function withInner(chain: readonly MeasuredLayer[]): MeasuredLayer[] {
  return chain.flatMap((each) => [...waysInside(each).flatMap(withInner), each]);
}

/** The measured chains inside a layer: body and shortcut of a residual block. */
export function waysInside({ layer, input }: MeasuredLayer): MeasuredLayer[][] {
  if (layer.kind !== 'residual') return [];
  return [layer.body, layer.shortcut ?? []].map((way) => {
    const chain = measureChain(way, input);
    if (!chain.ok) throw new PlanError({ code: 'shape', within: chain.within ?? '' });
    return chain.value;
  });
}
