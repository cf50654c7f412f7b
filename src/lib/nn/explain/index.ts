export { evaluate, operandsOf } from './evaluate';
export { explain, referencesOf, uses, type Explanation, type Use } from './explain';
export {
  inputGradViews,
  type Contribution,
  type InputGradViews,
  type TurnedTap,
} from './input-grad-views';
export { formatRef, hasRef, nearestRef, parseRef, refShape, type Ref } from './ref';
export type {
  AdamRuleStep,
  CrossEntropyRule,
  FunctionRule,
  GateRule,
  LeafRule,
  MaximumRule,
  NamedConstant,
  Operand,
  Padding,
  QuotientRule,
  Reference,
  ResidualRule,
  Role,
  RouteRule,
  Rule,
  SlopeRule,
  SumRule,
  Term,
} from './rule';
