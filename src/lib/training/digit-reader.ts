import { measureNetwork } from '$lib/arithmetic';
import { networkInput, normalizations } from '$lib/data';
import type { ParameterValues } from '$lib/kernels/contract';
import { build, manualSeed, sharesOf, type Tensor } from '$lib/nn';
import { networkOfRun, type Settings } from './settings';
import { stateDictOf } from './weights';

/** What a network reads in one digit. */
export interface DigitReading {
  /** A share of one for each class. */
  readonly probabilities: Float32Array;
  /** What its first convolution finds, after its function: `[maps, rows, columns]`; absent where it has none. */
  readonly found?: { readonly values: Float32Array; readonly shape: readonly number[] };
}

/** The most products of a digit that is read while its network trains: some hundredths of a second. */
const mostMultiplyAdds = 10_000_000;

/** Whether a digit can be read beside the training without slowing it down. */
export function readsQuickly(settings: Pick<Settings, 'network'>): boolean {
  return measureNetwork(networkOfRun(settings)).totals.multiplyAdds <= mostMultiplyAdds;
}

/** Reads digits with the weights that a run's network has at a time, in float64. */
export function digitReader(
  settings: Pick<Settings, 'network' | 'normalize'>,
): (weights: ParameterValues, pixels: Uint8Array) => DigitReading {
  const description = networkOfRun(settings);
  const network = build(description, manualSeed(0));
  const [, height, width] = description.input;
  const layers = new Map(description.layers.map(({ name, layer }) => [name, layer.kind]));
  const isConvolution = (name: string) => ['conv', 'sparse'].includes(layers.get(name) ?? '');
  const first = description.layers.find(({ name }) => isConvolution(name))?.name;
  /** What follows the first convolution and makes other maps of its own. */
  const endsMaps = (name: string) => name !== first && !followsWith.has(layers.get(name) ?? '');

  return (weights, pixels) => {
    network.loadStateDict(stateDictOf(weights, network, description));
    const input = networkInput(pixels, normalizations[settings.normalize], [height, width]);
    let found: Tensor | undefined;
    let isPast = false;
    const scores = network.forward(input, (name, output) => {
      if (name === first) found = output;
      else if (found && endsMaps(name)) isPast = true;
      else if (found && !isPast) found = output;
    });
    return {
      probabilities: Float32Array.from(sharesOf(scores, description).data),
      ...(found && {
        found: { values: Float32Array.from(found.data), shape: found.shape.slice(1) },
      }),
    };
  };
}

/** The kinds of layers that act on each number of a convolution's maps. */
const followsWith: ReadonlySet<string> = new Set(['activation', 'batchNorm']);
