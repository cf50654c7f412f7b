import type { Constant, UpdateFormula, WeightedSum } from '$lib/nn';
import type { AdamRule } from './adam';
import type { UpdateRule } from './optimizer';
import type { SdlmRule } from './sdlm';
import type { SgdRule } from './sgd';

const one: Constant = { symbol: '1', value: 1 };

const constant = (symbol: string, value: number): Constant => ({ symbol, value });

/** A sum of the given terms, each a constant and the names of the tensors it is multiplied with. */
function sum(writes: string, ...terms: readonly [Constant, ...string[]][]): WeightedSum {
  return {
    kind: 'weightedSum',
    writes,
    terms: terms.map(([coefficient, ...tensors]) => ({ coefficient, tensors })),
  };
}

/**
 * The update of the parameter called `name` as formulas over named tensors, for a trace to show. The
 * state before it is called `.momentumBuffer.before` and so on; `remembered` says which state there was,
 * by its key, and `step` counts updates from 1.
 */
export function updateFormulas(
  rule: UpdateRule,
  name: string,
  remembered: readonly string[],
  step: number,
): UpdateFormula[] {
  const grad = rule.weightDecay === 0 ? `${name}.grad` : `${name}.grad.decayed`;
  const decay =
    rule.weightDecay === 0
      ? []
      : [sum(grad, [one, `${name}.grad`], [constant('\\lambda', rule.weightDecay), name])];
  if (rule.kind === 'sdlm') return sdlmFormulas(rule, name, remembered);
  const formulas =
    rule.kind === 'sgd'
      ? sgdFormulas(rule, name, grad, remembered)
      : adamFormulas(rule, name, grad, remembered, step);
  return [...decay, ...formulas];
}

function sgdFormulas(
  rule: SgdRule,
  name: string,
  grad: string,
  remembered: readonly string[],
): UpdateFormula[] {
  const { lr, momentum, nesterov } = rule;
  const updated = `${name}.updated`;
  const down = constant('-\\eta', -lr);
  if (momentum === 0) return [sum(updated, [one, name], [down, grad])];

  const buffer = `${name}.momentumBuffer`;
  const gathered = remembered.includes('momentumBuffer')
    ? sum(buffer, [constant('\\mu', momentum), `${buffer}.before`], [one, grad])
    : sum(buffer, [one, grad]);
  if (!nesterov) return [gathered, sum(updated, [one, name], [down, buffer])];
  const ahead = constant('-\\eta\\mu', -lr * momentum);
  return [gathered, sum(updated, [one, name], [down, grad], [ahead, buffer])];
}

function sdlmFormulas(
  { lr, mu }: SdlmRule,
  name: string,
  remembered: readonly string[],
): UpdateFormula[] {
  const curvature = `${name}.meanCurvature`;
  const stepSize = `${name}.stepSize`;
  const count = remembered.length;
  const share = constant(`\\tfrac{1}{${count}}`, 1 / count);
  const samples = remembered.map((key): [Constant, string] => [share, `${name}.${key}.before`]);
  return [
    count > 0 ? sum(curvature, ...samples) : sum(curvature, [one, `${name}.curvature`]),
    { kind: 'stepSize', writes: stepSize, curvature, eta: lr, mu },
    sum(`${name}.updated`, [one, name], [constant('-', -1), stepSize, `${name}.grad`]),
  ];
}

function adamFormulas(
  rule: AdamRule,
  name: string,
  grad: string,
  remembered: readonly string[],
  step: number,
): UpdateFormula[] {
  const { lr, eps } = rule;
  const [beta1, beta2] = rule.betas;
  const expAvg = `${name}.expAvg`;
  const expAvgSq = `${name}.expAvgSq`;
  // The means start from zeros, which need no term.
  const earlier = (key: string, kept: Constant): [Constant, string][] =>
    remembered.includes(key) ? [[kept, `${name}.${key}.before`]] : [];
  return [
    sum(expAvg, ...earlier('expAvg', constant('\\beta_1', beta1)), [
      constant('(1-\\beta_1)', 1 - beta1),
      grad,
    ]),
    sum(expAvgSq, ...earlier('expAvgSq', constant('\\beta_2', beta2)), [
      constant('(1-\\beta_2)', 1 - beta2),
      grad,
      grad,
    ]),
    {
      kind: 'adamStep',
      writes: `${name}.updated`,
      parameter: name,
      expAvg,
      expAvgSq,
      lr,
      beta1,
      beta2,
      eps,
      step,
    },
  ];
}
