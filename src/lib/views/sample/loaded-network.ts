import type { NormalizationName } from '$lib/data';
import type { ParameterValues } from '$lib/kernels';
import type { Network } from '$lib/network';
import { build, manualSeed, type Sequential } from '$lib/nn';
import { stateDictOf, type Border, type WeightsFile } from '$lib/training';

/** Makes the same network at each call, since a network that learns changes. */
export type NetworkMaker = () => Sequential;

/** A network, and how it wants its digits. */
export interface LoadedNetwork {
  readonly network: NetworkMaker;
  /** What it is. */
  readonly description: Network;
  readonly normalize: NormalizationName;
  /** The border that its weights were trained with; undefined where only whoever trained them knows. */
  readonly border?: Border;
  /** Of a reader's file: what was left out of it, and what was converted. */
  readonly found?: Pick<WeightsFile, 'ignored' | 'converted'>;
}

/** How a network wants its digits where nobody says: one that ends in the paper's distances as the paper does. */
export const usualNormalization = ({ layers }: Network): NormalizationName =>
  layers.at(-1)?.layer.kind === 'rbf' ? 'paper' : 'usual';

/** The network described with these values, made at each call. */
export function makerOf(values: ParameterValues, description: Network): NetworkMaker {
  return () => {
    const network = build(description, manualSeed(0));
    network.loadStateDict(stateDictOf(values, network, description));
    return network;
  };
}
