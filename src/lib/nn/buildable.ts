import { measureChain, type Failure, type MeasuredLayer } from '$lib/arithmetic';
import { allLayers, type Layer, type NamedLayer, type Network, type Shape } from '$lib/network';
import { outputCodes } from '$lib/network/digit-codes';

/** Why the reference cannot be built of a description that arithmetic can count. */
export type BuildProblem =
  /** A layer does not fit what reaches it. */
  | { readonly code: 'does-not-fit'; readonly layer: string; readonly failure: Failure }
  /** The reference has no such operation. */
  | { readonly code: 'no-operation'; readonly layer: string; readonly kind: string }
  /** A layer of maps stands behind one that makes a row of features. */
  | { readonly code: 'features-to-maps'; readonly layer: string }
  /** Its loss is not one of what it ends in: scores, or distances. */
  | { readonly code: 'loss'; readonly loss: Network['loss'] }
  /** Distances that are not the paper's, at the end, of ten digits from 84 features. */
  | { readonly code: 'codes'; readonly layer: string };

/** Operations that have no module here, by their kind or their function. */
function missing(layer: Layer): string | undefined {
  if (layer.kind === 'transposed') return layer.kind;
  return layer.kind === 'activation' && layer.name === 'Softmax' ? layer.name : undefined;
}

/** Whether a layer reads any shape: it works number by number. */
const readsAnything = ({ kind }: Layer) => kind === 'activation' || kind === 'dropout';

/** Whether a layer of distances reads as many features, and has as many classes, as there are codes. */
function hasCodes(step: MeasuredLayer | undefined): boolean {
  const features = step?.input.reduce((product, axis) => product * axis, 1);
  return features === outputCodes[0].length && step?.measure.output[0] === outputCodes.length;
}

/** Why a network cannot be built; undefined where it can. */
export function buildProblem({ input, layers, loss }: Network): BuildProblem | undefined {
  for (const { name, layer } of allLayers(layers)) {
    const kind = missing(layer);
    if (kind) return { code: 'no-operation', layer: name, kind };
  }
  const ends = layers.at(-1)?.layer.kind === 'rbf' ? 'distances' : 'scores';
  if ((loss === 'crossEntropy') !== (ends === 'scores')) return { code: 'loss', loss };
  const measured = measureChain(layers, input);
  if (!measured.ok) {
    const { within = '', ...failure } = measured;
    return { code: 'does-not-fit', layer: within, failure };
  }
  for (const { name, layer } of allLayers(layers)) {
    const isLast = name === layers.at(-1)?.name;
    if (layer.kind === 'rbf' && !(isLast && hasCodes(measured.value.at(-1)))) {
      return { code: 'codes', layer: name };
    }
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
    if (layer.kind === 'linear' || layer.kind === 'rbf') isFlat = true;
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
