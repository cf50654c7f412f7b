import { networkInput, normalizations } from '$lib/data';
import type { NamedLayer, Network } from '$lib/network';
import { build, manualSeed, type Tensor } from '$lib/nn';
import { networkOfRun, type Settings } from './settings';
import { parameterShapes, stateDictOf } from './weights';

/** What a layer makes of a digit, after its function: [1, C, H, W]. */
export interface FeatureMap {
  /** The layer's own name: `c1`, `s2`. */
  readonly layer: string;
  readonly maps: Tensor;
}

/** As many convolutions are looked into while a network trains. */
const mostConvolutions = 2;

/** Where a chain of maps ends that can be looked into from outside. */
const endsMaps = ({ layer }: NamedLayer) =>
  layer.kind === 'linear' || layer.kind === 'residual' || layer.kind === 'globalAveragePool';

/** The beginning of a network that is looked into: its first convolutions and what follows them. */
function beginningOf({ input, layers, loss }: Network): Network {
  const convolutions = layers.filter(
    ({ layer }) => layer.kind === 'conv' || layer.kind === 'sparse',
  );
  const after = convolutions.at(mostConvolutions);
  const end = layers.findIndex((each) => each === after || endsMaps(each));
  return { input, layers: end < 0 ? layers : layers.slice(0, end), loss };
}

/** The names, as PyTorch has them, of the parameters and statistics of a network's beginning. */
export function beginningParameters(network: Network): string[] {
  return [...parameterShapes(beginningOf(network)).keys()];
}

/**
 * The way of one digit, [28, 28] grey levels, through the beginning of a run's network, in float64: the
 * maps of each convolution and pooling. `parameters` are those of `beginningParameters` by name.
 */
export function featureMaps(
  pixels: Uint8Array,
  parameters: Readonly<Record<string, ArrayLike<number>>>,
  settings: Pick<Settings, 'network' | 'normalize'>,
): FeatureMap[] {
  const beginning = beginningOf(networkOfRun(settings));
  const network = build(beginning, manualSeed(0));
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, each]) => [name, Float64Array.from(each)]),
  );
  network.loadStateDict(stateDictOf(values, network, beginning));
  const [, height, width] = beginning.input;
  const made = new Map<string, Tensor>();
  const drawn = new Set(
    beginning.layers.filter(({ layer }) => 'kernelSize' in layer).map(({ name }) => name),
  );
  let last: string | undefined;
  network.forward(
    networkInput(pixels, normalizations[settings.normalize], [height, width]),
    (name, output) => {
      if (drawn.has(name)) last = name;
      // What a function or a normalisation makes of a layer's maps stands in their place.
      if (last !== undefined && output.shape.length === 4) made.set(last, output);
    },
  );
  return [...made].map(([layer, maps]) => ({ layer, maps }));
}
