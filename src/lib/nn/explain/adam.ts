import { factor, plain } from '../rules/digits';
import type { NamedConstant, Reference, RuleForm } from '../rules/operand';
import { texNumber } from '../rules/tex';

/** Adam's step from the parameter and the two means. */
export interface AdamRuleStep {
  readonly kind: 'adam';
  readonly parameter: Reference;
  readonly expAvg: Reference;
  readonly expAvgSq: Reference;
  readonly constants: Readonly<Record<'lr' | 'beta1' | 'beta2' | 'eps' | 'step', NamedConstant>>;
}

export const adamForm: RuleForm<AdamRuleStep> = {
  operands: ({ parameter, expAvg, expAvgSq, constants }) => [
    parameter,
    expAvg,
    expAvgSq,
    ...Object.values(constants),
  ],
  evaluate({ parameter, expAvg, expAvgSq, constants }) {
    const { lr, beta1, beta2, eps, step } = constants;
    const mean = expAvg.value / (1 - beta1.value ** step.value);
    const square = expAvgSq.value / (1 - beta2.value ** step.value);
    return parameter.value - (lr.value * mean) / (Math.sqrt(square) + eps.value);
  },
  numbers({ parameter, expAvg, expAvgSq, constants }) {
    const { lr, beta1, beta2, eps, step } = constants;
    const bared = (beta: number) => `(1 - ${texNumber(beta)}^{${step.value}})`;
    const top = `${factor(expAvg)} / ${bared(beta1.value)}`;
    const bottom = `\\sqrt{${factor(expAvgSq)} / ${bared(beta2.value)}} + ${texNumber(eps.value)}`;
    return `${plain(parameter)} - ${texNumber(lr.value)} \\cdot \\frac{${top}}{${bottom}}`;
  },
};
