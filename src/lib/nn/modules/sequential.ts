import type { LossChoice } from '../losses';
import { accumulate, allModules, type Module, type Parameter } from '../module';
import { flatten } from '../operations/flatten';
import { planModules, type Plan } from '../trace/plan';
import { runSteps } from '../trace/run';
import { expectShape, reshape, tensor, type Tensor } from '../tensor';

/** Copies of all parameters and running statistics under their full names, such as `c1.weight`. */
export type StateDict = Readonly<Record<string, Tensor>>;

/**
 * Modules that run one after the other, each under a name. `c1.activation` is the name of the
 * nonlinearity that belongs to the layer `c1`.
 */
export class Sequential {
  readonly modules: ReadonlyMap<string, Module>;
  /** Whether dropout drops and batches are normalised by their own statistics, which are gathered. */
  training = false;
  readonly #all: ReadonlyMap<string, Module>;
  #tensors: ReadonlyMap<string, Tensor> | undefined;
  #evaluation: Plan | undefined;

  /** Throws if two modules have one name. */
  constructor(
    modules: Readonly<Record<string, Module>>,
    readonly loss: LossChoice = { loss: 'crossEntropy' },
  ) {
    this.modules = new Map(Object.entries(modules));
    this.#all = allModules(this.modules);
  }

  /** The steps through the modules and back, as they are now: in training, with its dropout's seeds. */
  get plan(): Plan {
    if (this.training) return planModules(this.modules, 'training');
    this.#evaluation ??= planModules(this.modules, 'evaluation');
    return this.#evaluation;
  }

  /**
   * The input through every module in turn. Remembers every tensor for `backward`; `see` is shown
   * each module's output, by the module's name. In training, draws dropout's masks anew and gathers
   * running statistics.
   */
  forward(input: Tensor, see?: (module: string, output: Tensor) => void): Tensor {
    if (this.training) for (const module of this.#all.values()) module.draw?.();
    const { forward, output, outputs, inputs } = this.plan;
    const tensors = runSteps(forward, new Map([['input', input], ...this.given()]));
    this.#tensors = tensors;
    for (const name of this.#all.keys()) {
      const made = tensors.get(outputs.get(name) ?? '');
      if (made) see?.(name, made);
    }
    if (this.training) {
      for (const [name, module] of this.#all) {
        const read = tensors.get(inputs.get(name) ?? '');
        if (read) module.gather?.(read);
      }
    }
    const last = tensors.get(output) ?? input;
    return [...this.modules.values()].at(-1)?.kind === 'flatten' ? flatten(last) : last;
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
    for (const [name, { weight, bias }] of this.#all) {
      if (weight) named.set(`${name}.weight`, weight);
      if (bias) named.set(`${name}.bias`, bias);
    }
    return named;
  }

  /** Sets every gradient to zero, so that the next backward starts anew. */
  zeroGrad(): void {
    for (const { grad } of this.parameters().values()) grad.data.fill(0);
  }

  /** Copies of all parameters and running statistics by their full names. */
  stateDict(): Record<string, Tensor> {
    return Object.fromEntries(
      [...this.#state()].map(([name, { shape, data }]) => [name, tensor(shape, data)]),
    );
  }

  /**
   * Copies `state` into the parameters and running statistics. Throws, before it changes any, if a
   * name is missing or unknown or a shape differs.
   */
  loadStateDict(state: StateDict): void {
    const given = this.#state();
    for (const name of Object.keys(state)) {
      if (!given.has(name)) throw new Error(`loadStateDict: unknown parameter: ${name}`);
    }
    for (const [name, { shape }] of given) {
      if (!(name in state)) throw new Error(`loadStateDict: missing parameter: ${name}`);
      expectShape('loadStateDict', name, state[name].shape, shape);
    }
    for (const [name, { data }] of given) data.set(state[name].data);
  }

  /** All that forward reads besides the input, as it is: the state, and what never changes. */
  given(): Map<string, Tensor> {
    const given = this.#state();
    for (const [name, { fixed = {} }] of this.#all) {
      for (const [each, value] of Object.entries(fixed)) given.set(`${name}.${each}`, value);
    }
    return given;
  }

  /** Parameters and running statistics by their full names, as they are. */
  #state(): Map<string, Tensor> {
    const given = new Map<string, Tensor>();
    for (const [name, { weight, bias, buffers = {} }] of this.#all) {
      if (weight) given.set(`${name}.weight`, weight.value);
      if (bias) given.set(`${name}.bias`, bias.value);
      for (const [each, value] of Object.entries(buffers)) given.set(`${name}.${each}`, value);
    }
    return given;
  }
}
