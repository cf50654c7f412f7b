import { measureNetwork } from '$lib/arithmetic';
import { lenet5Network, type Network } from '$lib/network';
import type { Place } from '$lib/nn';

/**
 * The shape of a tensor before there is a trace, as the reader counts it: without the sample's axis. That
 * of a gradient or an updated value is that of what it belongs to. Throws where the network, LeNet-5 if
 * not given, has no such layer, and for what is neither a layer's nor the input.
 */
export function knownShape(
  { layer, part }: Place,
  network: Network = lenet5Network(),
): readonly number[] {
  if (layer === 'input') return network.input;
  const measured = measureNetwork(network).steps.find(({ name }) => name === layer)?.measure;
  if (!measured) throw new Error(`knownShape: unknown layer: ${layer}`);
  const [channels, rows, columns] = measured.output;
  switch (part) {
    case 'weight':
      return measured.weightShape;
    case 'bias':
      return [channels];
    case 'output':
    case 'activation':
      return rows * columns > 1 ? [channels, rows, columns] : [channels];
    default:
      throw new Error(`knownShape: not known before a trace: ${layer}.${part}`);
  }
}
