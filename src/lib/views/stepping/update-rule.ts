import { smallestAnswers, type LossChoice } from '$lib/nn';
import { adam, sdlm, sgd, type UpdateRule } from '$lib/optim';

/** The rules by which one may have the weights moved. */
export const ruleNames = ['sgd', 'momentum', 'adam', 'sdlm'] as const;

/** A rule by which the weights are moved. */
export type RuleName = (typeof ruleNames)[number];

/** μ of Levenberg–Marquardt's: the paper's 0.02 runs away, as 1 does not. */
const mu = 1;

/**
 * The rule of this name with a learning rate, and with what is usual for the rest: μ = 0.9; β₁ = 0.9, β₂ =
 * 0.999; Levenberg–Marquardt's μ = 1.
 */
export function updateRule(name: RuleName, lr: number): UpdateRule {
  if (name === 'adam') return adam({ lr });
  if (name === 'sdlm') return sdlm({ lr, mu });
  return sgd({ lr, momentum: name === 'momentum' ? 0.9 : 0 });
}

/** The rules that move a network's weights: the paper's own needs the second way back. */
export function rulesFor(network: Pick<LossChoice, 'loss'>): readonly RuleName[] {
  return smallestAnswers(network) ? ruleNames : ruleNames.filter((name) => name !== 'sdlm');
}

/**
 * How the weights of a network that links write so are moved where nobody says: one that ends in distances,
 * such as the preset of 1998, by the paper's own rule.
 */
export function usualUpdate(network: string): { readonly rule: RuleName; readonly lr: number } {
  return /~rbf_|^lenet5-1998$/.test(network)
    ? { rule: 'sdlm', lr: 0.0005 }
    : { rule: 'sgd', lr: 0.01 };
}
