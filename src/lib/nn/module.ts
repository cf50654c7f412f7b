import { zeros, type Tensor } from './tensor';

/** Numbers that learn, and `grad`, of the same shape, where backward adds up their gradient. */
export interface Parameter {
  readonly value: Tensor;
  readonly grad: Tensor;
}

/** A parameter that starts at `value`, with a gradient of zeros. */
export function parameter(value: Tensor): Parameter {
  return { value, grad: zeros(value.shape) };
}

/** Adds `grad` to the gradient that `target` has gathered since it was last zeroed. */
export function accumulate(target: Parameter, grad: Tensor): void {
  const { data } = target.grad;
  for (let i = 0; i < data.length; i++) data[i] += grad.data[i];
}

/**
 * What `forward` remembers for `backward`. Reading it before anything was kept throws
 * `Conv2d: backward needs a forward before it`.
 */
export class Memory<T> {
  readonly #owner: string;
  #kept: { readonly value: T } | undefined;

  constructor(owner: string) {
    this.#owner = owner;
  }

  keep(value: T): void {
    this.#kept = { value };
  }

  recall(): T {
    if (!this.#kept) throw new Error(`${this.#owner}: backward needs a forward before it`);
    return this.#kept.value;
  }
}
