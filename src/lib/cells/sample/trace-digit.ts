import { normalizations, normalizeImages } from '$lib/data';
import { lenet5, manualSeed, traceSample, type Sequential, type Trace } from '$lib/nn';
import type { Digit } from './digit';

/** LeNet-5 as it is before it has learned anything, from a seed: PyTorch's numbers to the bit. */
export function freshNetwork(seed: number): Sequential {
  return lenet5(manualSeed(seed));
}

/** A digit through a network and back, normalised as is usual for MNIST; the network stays as it is. */
export function traceDigit(digit: Digit, network: Sequential): Trace {
  return traceSample(network, normalizeImages(digit.pixels, normalizations.usual), digit.label);
}
