import type { CrossEntropyRule, ResidualRule } from '../operations/cross-entropy';
import type { DistanceRule, PullRule } from '../operations/euclidean-rbf';
import type { MapRule, PosteriorRule, RightLessRule } from '../operations/map';
import type { BendRule } from '../operations/map-bend';
import type { MaximumRule, RouteRule } from '../operations/max-pool2d';
import type { IsRightRule, RightDistanceRule } from '../operations/mse';
import type { NormalizedRule, NormalizedSlopeRule } from '../operations/normalize';
import type { StandardizedRule, StandardizedSlopeRule } from '../operations/normalize-batch';
import type { QuotientRule } from '../operations/softmax';
import type { FunctionRule, SlopeRule } from '../rules/function';
import type { GateRule } from '../rules/gate';
import type { SumRule } from '../rules/sum';
import type { AdamRuleStep } from './adam';
import type { StepSizeRule } from './step-size';

/** Where asking ends: nothing in the trace made this number. */
export interface LeafRule {
  readonly kind: 'leaf';
  readonly leaf:
    'pixel' | 'parameter' | 'code' | 'statistic' | 'sampleCurvature' | 'label' | 'earlierState';
}

/** How a number was made. */
export type Rule =
  | SumRule
  | MaximumRule
  | GateRule
  | RouteRule
  | FunctionRule
  | SlopeRule
  | NormalizedRule
  | NormalizedSlopeRule
  | StandardizedRule
  | StandardizedSlopeRule
  | QuotientRule
  | CrossEntropyRule
  | ResidualRule
  | DistanceRule
  | PullRule
  | RightDistanceRule
  | IsRightRule
  | PosteriorRule
  | MapRule
  | RightLessRule
  | BendRule
  | StepSizeRule
  | AdamRuleStep
  | LeafRule;
