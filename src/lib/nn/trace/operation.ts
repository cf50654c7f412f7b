import type { NetworkOperation } from '../operations';

/** What one step of a trace computed, as plain data. All but an update write one tensor. */
export type Operation =
  /** Reads nothing: the picture is given. */
  { readonly kind: 'input' } | NetworkOperation | UpdateOperation;

/**
 * What an optimiser did to one parameter. The formulas stand in the order in which their tensors
 * were computed; a later one can read what an earlier one wrote.
 */
export interface UpdateOperation {
  readonly kind: 'update';
  readonly formulas: readonly UpdateFormula[];
}

/**
 * How one tensor of an update was computed, element by element: each is made of the elements at the
 * same index of other tensors, given by their names, and of constants.
 */
export type UpdateFormula = WeightedSum | AdamStep | StepSizes;

/** The sum of terms, each a constant times the product of its tensors. */
export interface WeightedSum {
  readonly kind: 'weightedSum';
  readonly writes: string;
  readonly terms: readonly {
    readonly coefficient: Constant;
    readonly tensors: readonly string[];
  }[];
}

/** A hyperparameter, or a number made of them, under the name that formulas give it. */
export interface Constant {
  /** In TeX, such as `\\mu` or `1-\\beta_1`. */
  readonly symbol: string;
  readonly value: number;
}

/** parameter − lr · m̂ / (√v̂ + eps), with m̂ = expAvg / (1 − beta1ᵗ), v̂ = expAvgSq / (1 − beta2ᵗ). */
export interface AdamStep {
  readonly kind: 'adamStep';
  readonly writes: string;
  readonly parameter: string;
  readonly expAvg: string;
  readonly expAvgSq: string;
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  /** t, the number of this update, from 1. */
  readonly step: number;
}

/** eta / (mu + curvature): the step size of each parameter. */
export interface StepSizes {
  readonly kind: 'stepSize';
  readonly writes: string;
  readonly curvature: string;
  readonly eta: number;
  readonly mu: number;
}

/** The names of the tensors that a formula is made of, in order; one can come twice. */
export function readsOf(formula: UpdateFormula): readonly string[] {
  if (formula.kind === 'stepSize') return [formula.curvature];
  return formula.kind === 'weightedSum'
    ? formula.terms.flatMap(({ tensors }) => tensors)
    : [formula.parameter, formula.expAvg, formula.expAvgSq];
}
