const stateSize = 624;
const shiftSize = 397;

/**
 * A stream of random numbers, the same for the same seed everywhere: the Mersenne Twister MT19937
 * (Matsumoto and Nishimura, 1998), drawn from as PyTorch's CPU generator does, so that a seed gives
 * the weights and the order of samples that it gives in a PyTorch script.
 */
export class Generator {
  readonly #state = new Uint32Array(stateSize);
  #next = stateSize;

  /** Throws unless `seed` is a whole number from 0 to 2³² − 1. */
  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new Error(`Generator: invalid seed: expected a whole number below 2^32, got ${seed}`);
    }
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < stateSize; i++) {
      state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** The next number of the stream: whole, from 0 to 2³² − 1. */
  nextUint32(): number {
    if (this.#next === stateSize) this.#renew();
    let y = this.#state[this.#next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /**
   * A float32 from `low` up to `high`, as `tensor.uniform_(low, high)` fills one: the lowest 24 bits
   * make a fraction, which is scaled in float64 between float32 bounds and rounded once, at the end.
   */
  uniform(low: number, high: number): number {
    const from = Math.fround(low);
    const width = Math.fround(Math.fround(high) - from);
    const fraction = (this.nextUint32() & 0xffffff) / 2 ** 24;
    return Math.fround(fraction * width + from);
  }

  /** The next 624 numbers, before tempering: each from itself, its neighbour and one 397 away. */
  #renew(): void {
    const state = this.#state;
    for (let i = 0; i < stateSize; i++) {
      const joined = (state[i] & 0x80000000) | (state[(i + 1) % stateSize] & 0x7fffffff);
      const twist = joined & 1 ? 0x9908b0df : 0;
      state[i] = state[(i + shiftSize) % stateSize] ^ (joined >>> 1) ^ twist;
    }
    this.#next = 0;
  }
}

/** A generator at the start of the stream of `seed`, as `torch.manual_seed(seed)` leaves it. */
export function manualSeed(seed: number): Generator {
  return new Generator(seed);
}

/** The numbers from 0 to n − 1 in random order, as `torch.randperm(n)`. Draws n − 1 numbers. */
export function randperm(n: number, generator: Generator): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n - 1; i++) {
    const j = i + (generator.nextUint32() % (n - i));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
