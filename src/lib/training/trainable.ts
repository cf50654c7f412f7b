import { measureNetwork } from '$lib/arithmetic';
import { readsDigits } from '$lib/data';
import type { Network } from '$lib/network';
import { buildProblem } from '$lib/nn';

/** The most parameters of a network that trains here: with an optimiser's two moments 160 MB in float64. */
const mostParameters = 5_000_000;

/** The most products of one digit on its way forward: some tenths of a second a digit, there and back. */
const mostMultiplyAdds = 200_000_000;

/** Whether a network can be trained here: it reads digits, gives ten scores or more, and is not too large. */
export function isTrainable(network: Network): boolean {
  if (!readsDigits(network) || buildProblem(network)) return false;
  const { steps, totals } = measureNetwork(network);
  const [channels, height, width] = steps.at(-1)?.measure.output ?? network.input;
  return (
    channels * height * width >= 10 &&
    totals.parameters <= mostParameters &&
    totals.multiplyAdds <= mostMultiplyAdds
  );
}
