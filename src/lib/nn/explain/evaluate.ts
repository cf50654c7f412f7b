import { crossEntropyForm, residualForm } from '../operations/cross-entropy';
import { distanceForm, pullForm } from '../operations/euclidean-rbf';
import { mapForm, posteriorForm, rightLessForm } from '../operations/map';
import { bendForm } from '../operations/map-bend';
import { maximumForm, routeForm } from '../operations/max-pool2d';
import { isRightForm, rightDistanceForm } from '../operations/mse';
import { normalizedForm, normalizedSlopeForm } from '../operations/normalize';
import { standardizedForm, standardizedSlopeForm } from '../operations/normalize-batch';
import { quotientForm } from '../operations/softmax';
import { functionForm, slopeForm } from '../rules/function';
import { gateForm } from '../rules/gate';
import type { Operand, RuleForm } from '../rules/operand';
import { sumForm } from '../rules/sum';
import { adamForm } from './adam';
import type { Rule } from './rule';
import { stepSizeForm } from './step-size';

/** Where asking ends there is nothing to apply. */
const leafForm: RuleForm<Rule> = {
  operands: () => [],
  evaluate: () => Number.NaN,
  numbers: () => '',
};

const forms: { readonly [Kind in Rule['kind']]: RuleForm<Extract<Rule, { kind: Kind }>> } = {
  sum: sumForm,
  maximum: maximumForm,
  gate: gateForm,
  route: routeForm,
  function: functionForm,
  slope: slopeForm,
  normalized: normalizedForm,
  normalizedSlope: normalizedSlopeForm,
  standardized: standardizedForm,
  standardizedSlope: standardizedSlopeForm,
  quotient: quotientForm,
  crossEntropy: crossEntropyForm,
  residual: residualForm,
  distance: distanceForm,
  pull: pullForm,
  rightDistance: rightDistanceForm,
  isRight: isRightForm,
  posterior: posteriorForm,
  map: mapForm,
  rightLess: rightLessForm,
  bend: bendForm,
  stepSize: stepSizeForm,
  adam: adamForm,
  leaf: leafForm,
};

const formOf = (rule: Rule): RuleForm<Rule> => forms[rule.kind];

/** Everything that a rule is applied to, in the order of the rule; a leaf has none. */
export function operandsOf(rule: Rule): readonly Operand[] {
  return formOf(rule).operands(rule);
}

/**
 * The number that a rule gives when it is applied to its operands' values alone. A leaf, which has
 * none, gives NaN. That this is the number which the network computed is the law of `explain`.
 */
export function evaluate(rule: Rule): number {
  return formOf(rule).evaluate(rule);
}

/** What stands right of the equals sign of a rule, in TeX, with its operands' numbers put in. */
export function numbersOf(rule: Rule): string {
  return formOf(rule).numbers(rule);
}
