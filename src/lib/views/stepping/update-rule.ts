import { adam, sgd, type UpdateRule } from '$lib/optim';

/** The rules by which one may have the weights moved. */
export const ruleNames = ['sgd', 'momentum', 'adam'] as const;

/** A rule by which the weights are moved. */
export type RuleName = (typeof ruleNames)[number];

/** The rule of this name with a learning rate, and with what is usual for the rest: μ = 0.9; β₁ = 0.9, β₂ = 0.999. */
export function updateRule(name: RuleName, lr: number): UpdateRule {
  if (name === 'adam') return adam({ lr });
  return sgd({ lr, momentum: name === 'momentum' ? 0.9 : 0 });
}
