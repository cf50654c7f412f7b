import { measureNetwork } from '$lib/arithmetic';
import {
  borderWidth,
  imageSide,
  inputSide,
  normalizeSheets,
  normalizations,
  type Normalization,
} from '$lib/data';
import { lenet5Network, type Layer, type Network } from '$lib/network';
import { build, manualSeed, reshape, softmax, type StateDict, type Tensor } from '$lib/nn';

/** Pixels between two digits may be negative, so that their frames overlap: digits fill 20 of their 28 pixels. */
export const gaps = { least: -8, greatest: 24, first: 0 } as const;

/** The most digits in a row. */
export const mostDigits = 6;

/** Pixels from one place of the whole network to the next: two poolings halve twice. */
export const stride = 4;

/** Grey levels `[32, width]` in a row with a border of background, as wide as whole strides. */
export interface Row {
  readonly pixels: Uint8Array;
  readonly width: number;
}

/** Images `[28, 28]` side by side; where two overlap, the darker ink shows. */
export function rowOf(images: readonly Uint8Array[], gap: number): Row {
  const content = images.length * imageSide + Math.max(0, images.length - 1) * gap;
  const places = Math.ceil((content + 2 * borderWidth - inputSide) / stride);
  const width = inputSide + Math.max(0, places) * stride;
  const pixels = new Uint8Array(inputSide * width);
  images.forEach((image, at) => {
    const left = borderWidth + at * (imageSide + gap);
    image.forEach((grey, place) => {
      const row = borderWidth + Math.floor(place / imageSide);
      const to = row * width + left + (place % imageSide);
      pixels[to] = Math.max(pixels[to], grey);
    });
  });
  return { pixels, width };
}

/** What a row becomes before a network reads it: [1, 1, 32, width]. */
const readable = ({ pixels, width }: Row, normalization: Normalization): Tensor =>
  normalizeSheets(pixels, normalization, [inputSide, width]);

/** The 32 × 32 pixels of a row that the network reads at a place. */
export function windowAt({ pixels, width }: Row, place: number): Row {
  const window = new Uint8Array(inputSide * inputSide);
  for (let row = 0; row < inputSide; row++) {
    const from = row * width + place * stride;
    window.set(pixels.subarray(from, from + inputSide), row * inputSide);
  }
  return { pixels: window, width: inputSide };
}

/**
 * LeNet-5 with its full connections as convolutions, over 32 × width pixels: C5 has kernels of 5 × 5 over all
 * maps of S4, F6 and the output have kernels of 1 × 1. The weights are the same ones.
 */
export function slidingNetwork(width: number): Network {
  const network = lenet5Network();
  let isFirst = true;
  const layers = network.layers.map(({ name, layer }): { name: string; layer: Layer } => {
    if (layer.kind !== 'linear') return { name, layer };
    const side = isFirst ? 5 : 1;
    isFirst = false;
    const { outChannels, bias } = layer;
    const convolution = { kind: 'conv', outChannels, kernelSize: [side, side], bias } as const;
    return {
      name,
      layer: { ...convolution, groups: 1, stride: [1, 1], dilation: [1, 1], padding: [0, 0] },
    };
  });
  return { ...network, input: [1, inputSide, width], layers };
}

/** How many places of its 32 × 32 window a row of this width has. */
export const placesIn = (width: number) => (width - inputSide) / stride + 1;

/** Multiply-adds of the network once over a row, and of the network at each place by itself. */
export function costOf(width: number): { readonly once: number; readonly byHand: number } {
  const of = (network: Network) => measureNetwork(network).totals.multiplyAdds;
  return { once: of(slidingNetwork(width)), byHand: placesIn(width) * of(lenet5Network()) };
}

/** Ten scores at each place: `[places][10]`, and their softmax. */
export interface Scores {
  readonly scores: readonly (readonly number[])[];
  readonly probabilities: readonly (readonly number[])[];
}

const byPlace = (places: readonly Float64Array[]): Scores => ({
  scores: places.map((scores) => [...scores]),
  probabilities: places.map((scores) => [
    ...softmax({ shape: [1, scores.length], data: scores }).data,
  ]),
});

/** The whole network once over a row. Throws where the weights are not LeNet-5's. */
export function slideOnce(
  row: Row,
  weights: StateDict,
  normalization: Normalization = normalizations.usual,
): Scores {
  const network = build(slidingNetwork(row.width), manualSeed(0));
  const parameters = network.parameters();
  network.loadStateDict(
    Object.fromEntries(
      Object.entries(weights).map(([name, value]) => [
        name,
        reshape(value, parameters.get(name)?.value.shape ?? value.shape),
      ]),
    ),
  );
  // Ten maps, one score of each at each place.
  const { data } = network.forward(readable(row, normalization));
  const places = placesIn(row.width);
  return byPlace(
    Array.from({ length: places }, (_, place) =>
      Float64Array.from(
        { length: data.length / places },
        (__, digit) => data[digit * places + place],
      ),
    ),
  );
}

/** LeNet-5 over each window of a row by itself: the same numbers, most of them computed many times. */
export function slideByHand(
  row: Row,
  weights: StateDict,
  normalization: Normalization = normalizations.usual,
): Scores {
  const network = build(lenet5Network(), manualSeed(0));
  network.loadStateDict(weights);
  return byPlace(
    Array.from(
      { length: placesIn(row.width) },
      (_, place) => network.forward(readable(windowAt(row, place), normalization)).data,
    ),
  );
}

/** A digit that is read in a row. */
export interface Reading {
  readonly place: number;
  readonly digit: number;
  readonly probability: number;
}

/** Places nearer than this are of one digit: half a digit's ink. */
const apart = 3;

/**
 * The digits that stand out: a place where the largest score is larger than at all places near it, and where
 * softmax gives it more than half. No more than that: the paper's own readers of strings weigh whole sequences.
 */
export function readingsOf({ scores, probabilities }: Scores): Reading[] {
  const best = scores.map((each) => Math.max(...each));
  return scores.flatMap((each, place) => {
    const digit = each.indexOf(best[place]);
    const probability = probabilities[place][digit];
    const isPeak = best.every(
      (other, at) =>
        at === place ||
        Math.abs(at - place) > apart ||
        other < best[place] ||
        (other === best[place] && at > place),
    );
    return isPeak && probability > 0.5 ? [{ place, digit, probability }] : [];
  });
}

/** The largest difference between two sets of scores. */
export function largestDifference(one: Scores, other: Scores): number {
  return Math.max(
    ...one.scores.flatMap((each, place) =>
      each.map((score, digit) => Math.abs(score - other.scores[place][digit])),
    ),
  );
}
