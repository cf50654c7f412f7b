import type { Ref, Reference, Role } from '../rules/operand';
import type { Tensor } from '../tensor';
import type { Way } from './way';

/*
 * What an operation says of itself, in one file; trace, modules, `explain`, `uses` and the gradient
 * check are loops over what `index.ts` lists.
 */

/** The tensors around an operation, seen from the operation, and what each is in its rules. */
export const roles = {
  input: 'input',
  output: 'output',
  weight: 'weight',
  bias: 'bias',
  label: 'output',
  probabilities: 'output',
  outputGrad: 'gradient',
  /** The second derivative that comes back by the second way. */
  outputCurvature: 'gradient',
  /** What a layer of distances reads. */
  features: 'input',
  codes: 'weight',
  /** The mean and the variance of every map: running statistics. */
  mean: 'weight',
  variance: 'weight',
  /** The second branch of a residual block, and the gradient that comes back by it. */
  shortcut: 'input',
  shortcutGrad: 'gradient',
} as const satisfies Readonly<Record<string, Role>>;

/** A tensor around an operation, seen from the operation. */
export type Slot = keyof typeof roles;

/** What a gradient can be the gradient of, in the order in which a step back computes them. */
export const gradientOrder = ['weight', 'bias', 'input', 'shortcut'] as const;

/** One of the tensors that an operation gives a gradient of. */
export type GradientOf = (typeof gradientOrder)[number];

/** An operation: its step forward, if something is computed there, and a step back for each gradient. */
export interface OperationDefinition<Options = unknown> {
  readonly forward?: StepDefinition<Options>;
  readonly gradients: Readonly<Partial<Record<GradientOf, StepDefinition<Options>>>>;
  /** How the second way back goes through it; it does not where this is not given. */
  readonly second?: SecondWay | { readonly input: StepDefinition<Options> };
}

/**
 * As the first way, with what a gradient is multiplied with squared: `factors` of products, or the
 * `slope` of a function. Where that is 0 or 1, all is the `same`.
 */
export type SecondWay = 'factors' | 'slope' | 'same';

/** One step: what it reads, computes, and how each of its numbers is explained. */
export interface StepDefinition<Options = unknown, R extends AnyRule = AnyRule> {
  /** In the order in which `compute` and `explain` are given the tensors. */
  readonly reads: readonly Slot[];
  /** The tensor it writes; `shape` is that of a gradient: the shape of what it is the gradient of. */
  compute(reads: readonly Tensor[], options: Options, shape: readonly number[]): Tensor;
  explain(site: Site<Options>): Explainer<R>;
  /** Where the function has no slope, if it has such places. */
  readonly corners?: Corners<Options>;
}

/** Any of the rules that `explain/rule.ts` lists. */
interface AnyRule {
  readonly kind: string;
}

/** The tensors of one step of a trace. Shapes and indices have no sample axis. */
export interface Site<Options> {
  readonly reads: readonly Reader[];
  /** Of the written tensor. */
  readonly shape: readonly number[];
  readonly options: Options;
  /** How a step back is written. */
  readonly way: Way;
}

/** A tensor of a trace, read number by number. */
export interface Reader {
  readonly shape: readonly number[];
  /** The number at `index`, which must lie inside the shape. */
  at(index: Ref['index']): Reference;
}

/** What explains the numbers that one step wrote. */
export interface Explainer<R extends AnyRule = AnyRule> {
  /** How the number at this index of the written tensor was made. */
  rule(index: readonly number[]): R;
  /** The same in TeX, in symbols. */
  symbols(index: readonly number[]): string;
  /**
   * The inverse of `rule`: the indices of the written numbers that have the number at `index` of the
   * tensor `reads[read]` among their operands, each once.
   */
  users(read: number, index: readonly number[]): readonly (readonly number[])[];
}

/**
 * The corners of a function: between two inputs a gate opens or shuts, or a window's maximum moves.
 * The number that stands for one is that of the input, or of the output.
 */
export interface Corners<Options> {
  readonly kind: 'gate' | 'winner';
  readonly at: 'input' | 'output';
  /** On which side of each corner an input lies: one number for each number of `at`. */
  sides(input: Tensor, options: Options): ArrayLike<number>;
  /** The output of `input` with every corner on the side on which `before` has it. */
  held(input: Tensor, before: Tensor, options: Options): Tensor;
}
