import type { Parameter } from '../module';
import { expectShape, tensor, type Tensor } from '../tensor';
import type { Conv2d } from './conv2d';
import type { Flatten, ReLU, Sigmoid, Tanh } from './elementwise';
import type { Linear } from './linear';
import type { AvgPool2d, MaxPool2d } from './pooling';

/** A piece of a network; `kind` tells which. */
export type Module = Conv2d | Linear | MaxPool2d | AvgPool2d | ReLU | Tanh | Sigmoid | Flatten;

/** Copies of all parameters under their full names, such as `c1.weight`. */
export type StateDict = Readonly<Record<string, Tensor>>;

/**
 * Modules that run one after the other, each under a name. `c1.activation` is the name of the
 * nonlinearity that belongs to the layer `c1`.
 */
export class Sequential {
  readonly modules: ReadonlyMap<string, Module>;

  constructor(modules: Readonly<Record<string, Module>>) {
    this.modules = new Map(Object.entries(modules));
  }

  /** The input through every module in turn; each remembers what its backward needs. */
  forward(input: Tensor): Tensor {
    return [...this.modules.values()].reduce((x, module) => module.forward(x), input);
  }

  /** The output's gradient back through every module; returns the input's, adds to the parameters'. */
  backward(outputGrad: Tensor): Tensor {
    return [...this.modules.values()].reduceRight(
      (grad, module) => module.backward(grad),
      outputGrad,
    );
  }

  /** Every parameter by its full name, in the order of the layers: `c1.weight`, `c1.bias`, … */
  parameters(): Map<string, Parameter> {
    const named = new Map<string, Parameter>();
    for (const [name, module] of this.modules) {
      if (!('weight' in module)) continue;
      named.set(`${name}.weight`, module.weight);
      named.set(`${name}.bias`, module.bias);
    }
    return named;
  }

  /** Sets every gradient to zero, so that the next backward starts anew. */
  zeroGrad(): void {
    for (const { grad } of this.parameters().values()) grad.data.fill(0);
  }

  /** Copies of all parameters by their full names. */
  stateDict(): Record<string, Tensor> {
    return Object.fromEntries(
      [...this.parameters()].map(([name, { value }]) => [name, tensor(value.shape, value.data)]),
    );
  }

  /**
   * Copies `state` into the parameters. Throws, before it changes any, if a name is missing or
   * unknown or a shape differs.
   */
  loadStateDict(state: StateDict): void {
    const parameters = this.parameters();
    for (const name of Object.keys(state)) {
      if (!parameters.has(name)) throw new Error(`loadStateDict: unknown parameter: ${name}`);
    }
    for (const [name, { value }] of parameters) {
      if (!(name in state)) throw new Error(`loadStateDict: missing parameter: ${name}`);
      expectShape('loadStateDict', name, state[name].shape, value.shape);
    }
    for (const [name, { value }] of parameters) value.data.set(state[name].data);
  }
}
