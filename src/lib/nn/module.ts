import type { OperationName } from './operations';
import { zeros, type Tensor } from './tensor';

/** Numbers that learn, and `grad`, of the same shape, where backward adds up their gradient. */
export interface Parameter {
  readonly value: Tensor;
  readonly grad: Tensor;
}

/** A piece of a network: an operation, its options and its parameters. */
export interface Module {
  readonly kind: OperationName | 'flatten';
  readonly options: object;
  readonly weight?: Parameter;
  readonly bias?: Parameter;
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
