import { normalizations, type NormalizationName } from '$lib/data';
import { lenet5Network, type Network } from '$lib/network';
import { readSafetensors, remarksOf } from '$lib/training';
import { steppableNetwork } from '../network/steppable';
import { makerOf, usualNormalization, type LoadedNetwork } from './loaded-network';

/**
 * The network whose weights a safetensors file holds: the one that the file names, as those of this page
 * do, else the one `asked` for. Throws a `WeightsError` where they do not fit it.
 */
export function networkOfFile(bytes: Uint8Array, asked: Network = lenet5Network()): LoadedNetwork {
  const remarks = remarksOf(bytes);
  const named = steppableNetwork(remarks.network ?? '');
  const description = 'network' in named ? named.network : asked;
  const { weights, border, ...found } = readSafetensors(bytes, description);
  const normalize = isNormalization(remarks.normalize)
    ? remarks.normalize
    : usualNormalization(description);
  return { network: makerOf(weights, description), normalize, border, found, description };
}

const isNormalization = (name = ''): name is NormalizationName => name in normalizations;
