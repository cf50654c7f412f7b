import type { Layer, Shape } from './layer';
import { nameLayers } from './names';
import { allLayers, usualLoss, type Loss, type Network } from './network';
import {
  mostLayers,
  readNotation,
  splitChain,
  writeNotation,
  type NotationProblem,
} from './notation';
import { describeLayer, textsOf } from './read-layer';

/*
 * A whole network in a link: what it reads, its layers, and its loss where that is not the usual one of
 * its last layer: `1x32x32~conv_6_k5~relu~…~linear_10`, `1x32x32~…~rbf_10~map_j0.5`.
 */

/** Why a text is no network. */
export type NetworkProblem =
  /** It does not begin with what the network reads: `1x32x32`. */
  | { readonly code: 'no-input'; readonly text: string; readonly mend?: string }
  | { readonly code: 'no-layers' }
  | { readonly code: 'too-many-layers'; readonly most: number }
  /** The constant j of its loss is no number above 0; the mend is the whole text. */
  | { readonly code: 'constant'; readonly text: string; readonly mend: string }
  /** `place` counts the layers from 1; the mend is the whole text. */
  | {
      readonly code: 'layer';
      readonly place: number;
      readonly text: string;
      readonly problem: NotationProblem;
      readonly mend?: string;
    };

/** A network, or why a text is none. */
export type NetworkReading =
  | { readonly ok: true; readonly network: Network }
  | { readonly ok: false; readonly problem: NetworkProblem };

/** The losses that have a word; cross-entropy is the usual one wherever it fits. */
const lossPattern = /^(mse|map(?:_j(.*))?)$/;

const inputPattern = /^(\d{1,7})[x×](\d{1,7})[x×](\d{1,7})$/;

/** A network of layers that read pictures [channels, height, width], each under its name. */
export function networkOf(
  input: Shape,
  layers: readonly Layer[],
  loss: Loss = usualLoss(layers),
  j?: number,
): Network {
  const named = { input, layers: nameLayers(layers), loss };
  return j === undefined || j === 1 ? named : { ...named, j };
}

/** Writes a network. Names are not written: they follow from the layers. */
export function writeNetwork({ input, layers, loss, j }: Network): string {
  const plain = layers.map(({ layer }) => layer);
  const chain = writeNotation(plain.map(textsOf));
  const word =
    loss === usualLoss(plain) ? '' : loss === 'map' && j !== undefined ? `map_j${j}` : loss;
  return [input.join('x'), chain, word].filter(Boolean).join('~');
}

/** Reads a network. */
export function readNetwork(text: string): NetworkReading {
  const parts = splitChain(text.trim());
  const [, ...sizes] = inputPattern.exec(parts[0]?.trim() ?? '') ?? [];
  if (sizes.length === 0) return refused({ code: 'no-input', text: parts[0] ?? '' });
  const [word, , constant] = lossPattern.exec(parts.at(-1)?.trim().toLowerCase() ?? '') ?? [];
  const ownLayers = parts.slice(1, word ? -1 : undefined);
  if (ownLayers.join('~') === '') return refused({ code: 'no-layers' });
  const { layers: texts, dropped } = readNotation(ownLayers.join('~'));
  if (dropped > 0) return refused({ code: 'too-many-layers', most: mostLayers });
  const layers: Layer[] = [];
  for (const [at, each] of texts.entries()) {
    const reading = describeLayer(each);
    if (!reading.ok) {
      const { problem } = reading;
      const mend = problem.mend && parts.with(at + 1, problem.mend).join('~');
      const place = at + 1;
      return refused({ code: 'layer', place, text: ownLayers[at], problem, mend });
    }
    layers.push(reading.layer);
  }
  const j = constant === undefined ? undefined : readConstant(constant);
  if (Number.isNaN(j)) {
    const mend = parts.with(-1, 'map').join('~');
    return refused({ code: 'constant', text: constant, mend });
  }
  const [channels, height, width] = sizes.map(Number);
  const loss = word?.startsWith('map') ? 'map' : word ? 'mse' : usualLoss(layers);
  return { ok: true, network: networkOf([channels, height, width], layers, loss, j) };
}

/** The constant j that a text writes; NaN for what is no finite number above 0. */
function readConstant(text: string): number {
  const value = /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  return value > 0 && Number.isFinite(value) ? value : NaN;
}

const refused = (problem: NetworkProblem): NetworkReading => ({ ok: false, problem });

/** How many layers a network has, those inside residual blocks counted. */
export function layerCount({ layers }: Network): number {
  return allLayers(layers).length;
}
