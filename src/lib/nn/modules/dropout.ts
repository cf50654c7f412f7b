import type { Generator } from '../generator';
import type { Module } from '../module';
import type { DropoutOptions } from '../operations/dropout';

/**
 * Drops each number with the probability `p` in training, as `torch.nn.Dropout`; which ones, the
 * generator says, by one seed a forward. Any shape.
 */
export class Dropout implements Module {
  readonly kind = 'dropout';
  readonly #p: number;
  readonly #generator: Generator;
  #seed = 0;

  /** Throws unless `p` is from 0 to below 1. */
  constructor({ p = 0.5, generator }: { readonly p?: number; readonly generator: Generator }) {
    if (!(p >= 0 && p < 1)) {
      throw new Error(`Dropout: invalid p: expected a number from 0 to below 1, got ${p}`);
    }
    this.#p = p;
    this.#generator = generator;
  }

  get options(): DropoutOptions {
    return { p: this.#p, seed: this.#seed };
  }

  draw(): void {
    this.#seed = this.#generator.nextUint32();
  }
}
