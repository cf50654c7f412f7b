import type { CrossEntropyRule, ResidualRule } from '../operations/cross-entropy';
import type { MaximumRule, RouteRule } from '../operations/max-pool2d';
import type { NormalizedRule, NormalizedSlopeRule } from '../operations/normalize';
import type { StandardizedRule, StandardizedSlopeRule } from '../operations/normalize-batch';
import type { QuotientRule } from '../operations/softmax';
import type { FunctionRule, SlopeRule } from '../rules/function';
import type { GateRule } from '../rules/gate';
import type { SumRule } from '../rules/sum';
import type { AdamRuleStep } from './adam';

/** Where asking ends: nothing in the trace made this number. */
export interface LeafRule {
  readonly kind: 'leaf';
  readonly leaf: 'pixel' | 'parameter' | 'statistic' | 'label' | 'earlierState';
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
  | AdamRuleStep
  | LeafRule;
