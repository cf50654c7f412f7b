import { plain } from '../rules/digits';
import type { NamedConstant, Reference, RuleForm } from '../rules/operand';
import { texNumber } from '../rules/tex';

/** The paper's step size of one parameter (its equation 21): η / (μ + h). */
export interface StepSizeRule {
  readonly kind: 'stepSize';
  readonly curvature: Reference;
  readonly eta: NamedConstant;
  readonly mu: NamedConstant;
}

export const stepSizeForm: RuleForm<StepSizeRule> = {
  operands: ({ eta, mu, curvature }) => [eta, mu, curvature],
  evaluate: ({ eta, mu, curvature }) => eta.value / (mu.value + curvature.value),
  numbers: ({ eta, mu, curvature }) =>
    `\\frac{${texNumber(eta.value)}}{${texNumber(mu.value)} + ${plain(curvature)}}`,
};
