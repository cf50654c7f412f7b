import { factor } from './digits';
import type { Reference, RuleForm } from './operand';

/** A function of one number, and how it is written. */
export interface ScalarFunction {
  value(x: number): number;
  /** In TeX, of an argument in TeX. */
  tex(x: string): string;
}

/** A function of one number. */
export interface FunctionRule {
  readonly kind: 'function';
  readonly of: ScalarFunction;
  readonly argument: Reference;
}

export const functionForm: RuleForm<FunctionRule> = {
  operands: ({ argument }) => [argument],
  evaluate: ({ of, argument }) => of.value(argument.value),
  numbers: ({ of, argument }) => of.tex(factor(argument)),
};

/** A gradient times the slope of a function, which one number gives: its output, or its input. */
export interface SlopeRule {
  readonly kind: 'slope';
  readonly of: ScalarFunction;
  readonly gradient: Reference;
  readonly at: Reference;
}

export const slopeForm: RuleForm<SlopeRule> = {
  operands: ({ gradient, at }) => [gradient, at],
  evaluate: ({ of, gradient, at }) => gradient.value * of.value(at.value),
  numbers: ({ of, gradient, at }) => `${factor(gradient)} \\cdot ${of.tex(factor(at))}`,
};
