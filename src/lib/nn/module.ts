import type { OperationName } from './operations';
import { zeros, type Tensor } from './tensor';

/** Numbers that learn, and `grad`, of the same shape, where backward adds up their gradient. */
export interface Parameter {
  readonly value: Tensor;
  readonly grad: Tensor;
}

/** A piece of a network: an operation, its options and its parameters; or a piece made of several. */
export interface Module {
  readonly kind: OperationName | 'flatten' | 'batchNorm2d' | 'residual';
  readonly options: object;
  readonly weight?: Parameter;
  readonly bias?: Parameter;
  /** Numbers that are gathered and not learned, by what they are: `runningMean`. */
  readonly buffers?: Readonly<Record<string, Tensor>>;
  /** Numbers that are read and never change, which no file keeps: the zeros of a missing bias. */
  readonly fixed?: Readonly<Record<string, Tensor>>;
  /** Draws anew what is random in training. */
  draw?(): void;
  /** Gathers running statistics of an input of the module, in training. */
  gather?(input: Tensor): void;
  /** The two ways through a residual block; a shortcut without modules leaves its input as it is. */
  readonly body?: ReadonlyMap<string, Module>;
  readonly shortcut?: ReadonlyMap<string, Module>;
}

/** Every module by its name, those inside a residual block before the block itself. */
export function allModules(modules: ReadonlyMap<string, Module>): Map<string, Module> {
  const all = new Map<string, Module>();
  for (const [name, module] of modules) {
    const inner = [module.body, module.shortcut].flatMap((way) => [
      ...(way ? allModules(way) : []),
    ]);
    for (const [each, found] of [...inner, [name, module] as const]) {
      if (all.has(each)) throw new Error(`Sequential: two modules are called ${each}`);
      all.set(each, found);
    }
  }
  return all;
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
