import { measureChain, type Failure } from '$lib/arithmetic';
import { allLayers, type Layer, type NamedLayer, type Network, type Shape } from '$lib/network';

/** Why the reference cannot be built of a description that arithmetic can count. */
export type BuildProblem =
  /** A layer does not fit what reaches it. */
  | { readonly code: 'does-not-fit'; readonly layer: string; readonly failure: Failure }
  /** The reference has no such operation. */
  | { readonly code: 'no-operation'; readonly layer: string; readonly kind: string }
  /** A layer of maps stands behind one that makes a row of features. */
  | { readonly code: 'features-to-maps'; readonly layer: string }
  /** The reference ends in logits and cross-entropy. */
  | { readonly code: 'loss'; readonly loss: Network['loss'] };

/** Operations that have no module here, by their kind or their function. */
function missing(layer: Layer): string | undefined {
  if (layer.kind === 'transposed' || layer.kind === 'rbf') return layer.kind;
  return layer.kind === 'activation' && layer.name === 'Softmax' ? layer.name : undefined;
}

/** Whether a layer reads any shape: it works number by number. */
const readsAnything = ({ kind }: Layer) => kind === 'activation' || kind === 'dropout';

/** Why a network cannot be built; undefined where it can. */
export function buildProblem({ input, layers, loss }: Network): BuildProblem | undefined {
  for (const { name, layer } of allLayers(layers)) {
    const kind = missing(layer);
    if (kind) return { code: 'no-operation', layer: name, kind };
  }
  if (loss !== 'crossEntropy') return { code: 'loss', loss };
  const measured = measureChain(layers, input);
  if (!measured.ok) {
    const { within = '', ...failure } = measured;
    return { code: 'does-not-fit', layer: within, failure };
  }
  const problem = chainProblem(layers, input, false);
  return typeof problem === 'object' ? problem : undefined;
}

/** A problem inside a chain, or whether it ends in features. */
function chainProblem(
  layers: readonly NamedLayer[],
  input: Shape,
  flat: boolean,
): BuildProblem | boolean {
  let isFlat = flat;
  for (const { name, layer } of layers) {
    if (layer.kind === 'linear') isFlat = true;
    else if (layer.kind === 'residual') {
      const body = chainProblem(layer.body, input, isFlat);
      if (typeof body === 'object') return body;
      const shortcut = chainProblem(layer.shortcut ?? [], input, isFlat);
      if (typeof shortcut === 'object') return shortcut;
      if (body !== shortcut) return { code: 'features-to-maps', layer: name };
      isFlat = body;
    } else if (isFlat && !readsAnything(layer)) return { code: 'features-to-maps', layer: name };
  }
  return isFlat;
}
