import type { Found, Request } from './protocol';
import { largestDifference, slideByHand, slideOnce } from './row';

/** The worker's side of the conversation: the network once over a row, and at each place by itself. */
export function answer(
  { row, weights, normalization }: Request,
  reply: (found: Found) => void,
): void {
  const scores = slideOnce(row, weights, normalization);
  const byHand = slideByHand(row, weights, normalization);
  reply({ scores, difference: largestDifference(scores, byHand) });
}
