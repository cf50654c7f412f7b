import { manualSeed } from '$lib/nn';

/** What settings are drawn with: the same from the same seed. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One of these. */
  pick<T>(from: readonly T[]): T;
  /** The numbers from 0 to n − 1 in random order. */
  order(n: number): number[];
}

/** What draws from the stream of a seed, a whole number from 0 to 2³² − 1. */
export function randomFrom(seed: number): Random {
  const generator = manualSeed(seed);
  const whole = (low: number, high: number) => low + (generator.nextUint32() % (high - low + 1));
  return {
    whole,
    pick: (from) => from[whole(0, from.length - 1)],
    order(n) {
      const order = Array.from({ length: n }, (_, i) => i);
      for (let i = 0; i < n - 1; i++) {
        const j = whole(i, n - 1);
        [order[i], order[j]] = [order[j], order[i]];
      }
      return order;
    },
  };
}
