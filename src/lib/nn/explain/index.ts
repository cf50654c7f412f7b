export { evaluate, operandsOf } from './evaluate';
export { explain, referencesOf, uses, type Explanation, type Use } from './explain';
export {
  inputGradViews,
  type Contribution,
  type InputGradViews,
  type TurnedTap,
} from './input-grad-views';
export { formatRef, hasRef, nearestRef, parseRef, refShape } from './ref';
export type { CrossEntropyRule, ResidualRule } from '../operations/cross-entropy';
export type { DistanceRule, PullRule } from '../operations/euclidean-rbf';
export type { MapRule, PosteriorRule, RightLessRule } from '../operations/map';
export type { BendRule } from '../operations/map-bend';
export type { MaximumRule, RouteRule } from '../operations/max-pool2d';
export type { IsRightRule, RightDistanceRule } from '../operations/mse';
export type { QuotientRule } from '../operations/softmax';
export type { FunctionRule, SlopeRule } from '../rules/function';
export type { GateRule } from '../rules/gate';
export type { NamedConstant, Operand, Padding, Ref, Reference, Role } from '../rules/operand';
export type { SumRule, Term } from '../rules/sum';
export type { AdamRuleStep } from './adam';
export type { LeafRule, Rule } from './rule';
export type { StepSizeRule } from './step-size';
