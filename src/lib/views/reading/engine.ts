import { networkInput, normalizations } from '$lib/data';
import { formatRef, sharesOf, traceSample, type Tensor } from '$lib/nn';
import type { DigitName } from '../sample/digit';
import type { LoadedNetwork } from '../sample/loaded-network';
import { loadNetwork } from '../sample/weights';
import type { WeightName } from '../sample/weight-choice';
import { defaultLink, readLink, writeLink } from '../stepping/link';

/** What a layer makes of a digit. */
export interface LayerReading {
  /** `input`, `c1`, … */
  readonly layer: string;
  /** The tensor's name in a trace: what the layer gives on, after its activation. */
  readonly tensor: string;
  /** [C, H, W], or [units]. */
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/** What a network reads in a digit. */
export interface Reading {
  /** The input and every layer that changes it, in order; the last one gives ten scores. */
  readonly layers: readonly LayerReading[];
  /** The ten scores as probabilities. */
  readonly probabilities: Float64Array;
}

/** A network that reads. */
export interface Reader {
  readonly weights: WeightName;
  readonly seed: number;
  /** What it reads in an image `[28, 28]` of grey levels. */
  readonly read: (pixels: Uint8Array) => Reading;
  /** The same image there and back: every tensor by its name, the loss and its gradients among them. */
  readonly trace: (pixels: Uint8Array, label: number) => ReadonlyMap<string, Tensor>;
}

function readDigit({
  network,
  normalize,
  description,
}: LoadedNetwork): Pick<Reader, 'read' | 'trace'> {
  const reading = network();
  const [, height, width] = description.input;
  const inputOf = (pixels: Uint8Array) =>
    networkInput(pixels, normalizations[normalize], [height, width]);
  const { outputs } = reading.plan;
  const read = (pixels: Uint8Array): Reading => {
    const input = inputOf(pixels);
    const layers = new Map<string, LayerReading>();
    const see = (layer: string, tensor: string, { shape, data }: Tensor) =>
      layers.set(layer, { layer, tensor, shape: shape.slice(1), values: data });
    see('input', 'input', input);
    const scores = reading.forward(input, (module, output) => {
      if (reading.modules.get(module)?.kind === 'flatten') return;
      // `c1.activation` is what the layer c1 gives on.
      see(module.split('.')[0], outputs.get(module) ?? module, output);
    });
    return { layers: [...layers.values()], probabilities: sharesOf(scores, description).data };
  };
  return {
    read,
    trace: (pixels, label) => traceSample(reading, inputOf(pixels), label).tensors,
  };
}

/** A network with the weights of this name; rejects as `load` does. */
export async function loadReader(
  weights: WeightName,
  seed: number,
  load: typeof loadNetwork = loadNetwork,
): Promise<Reader> {
  return { weights, seed, ...readDigit(await load(weights, seed)) };
}

/** A tensor by its name in a trace, and a place in it without the sample's axis. */
export interface Place {
  readonly tensor: string;
  readonly index: readonly number[];
}

/** The query of a link into the microscope, at a digit, its own if not given, and a network. */
export function microscopeQuery(
  digit: DigitName = defaultLink.digit,
  { weights, seed }: Pick<Reader, 'weights' | 'seed'>,
): string {
  return writeLink({ ...defaultLink, digit, weights, seed });
}

/** Such a query with a number opened besides. */
export function withOpened(query: string, place: Place): string {
  const { link } = readLink(new URLSearchParams(query));
  return writeLink({ ...link, open: formatRef(place) });
}
