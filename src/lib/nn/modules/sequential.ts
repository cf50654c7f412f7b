import { accumulate, type Module, type Parameter } from '../module';
import { flatten } from '../operations/flatten';
import { nameOf, outputPlace } from '../trace/place';
import { planModules, type Plan } from '../trace/plan';
import { runSteps } from '../trace/run';
import { expectShape, reshape, tensor, type Tensor } from '../tensor';

/** Copies of all parameters under their full names, such as `c1.weight`. */
export type StateDict = Readonly<Record<string, Tensor>>;

/**
 * Modules that run one after the other, each under a name. `c1.activation` is the name of the
 * nonlinearity that belongs to the layer `c1`.
 */
export class Sequential {
  readonly modules: ReadonlyMap<string, Module>;
  /** The steps through the modules and back. */
  readonly plan: Plan;
  #tensors: ReadonlyMap<string, Tensor> | undefined;

  constructor(modules: Readonly<Record<string, Module>>) {
    this.modules = new Map(Object.entries(modules));
    this.plan = planModules(this.modules);
  }

  /**
   * The input through every module in turn. Remembers every tensor for `backward`; `see` is shown
   * each module's output, by the module's name.
   */
  forward(input: Tensor, see?: (module: string, output: Tensor) => void): Tensor {
    const parameters = [...this.parameters()].map(([name, { value }]) => [name, value] as const);
    const tensors = runSteps(this.plan.forward, new Map([['input', input], ...parameters]));
    this.#tensors = tensors;
    let output = input;
    for (const [name, { kind }] of this.modules) {
      const made = tensors.get(nameOf(outputPlace(name)));
      output = kind === 'flatten' ? flatten(output) : (made ?? output);
      see?.(name, output);
    }
    return output;
  }

  /**
   * The gradient of what `forward` last returned back through every module; returns the input's, adds
   * to the parameters'. Throws if there was no forward.
   */
  backward(outputGrad: Tensor): Tensor {
    const { backward, output } = this.plan;
    const reached = this.#tensors?.get(output);
    if (!this.#tensors || !reached) {
      throw new Error('Sequential: backward needs a forward before it');
    }
    const grad = reshape(outputGrad, reached.shape);
    const tensors = runSteps(backward, new Map(this.#tensors).set(`${output}.grad`, grad));
    for (const [name, target] of this.parameters()) {
      const found = tensors.get(`${name}.grad`);
      if (found) accumulate(target, found);
    }
    return tensors.get('input.grad') ?? grad;
  }

  /** Every parameter by its full name, in the order of the layers: `c1.weight`, `c1.bias`, … */
  parameters(): Map<string, Parameter> {
    const named = new Map<string, Parameter>();
    for (const [name, { weight, bias }] of this.modules) {
      if (weight) named.set(`${name}.weight`, weight);
      if (bias) named.set(`${name}.bias`, bias);
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
