import type { AdamRuleStep, Operand, Reference, Rule } from './rule';

/** Everything that a rule is applied to, in the order of the rule; a leaf has none. */
export function operandsOf(rule: Rule): readonly Operand[] {
  switch (rule.kind) {
    case 'sum':
      return rule.terms.flatMap(({ factors }) => factors);
    case 'maximum':
      return [rule.winner, ...rule.losers];
    case 'gate':
      return rule.gate === rule.passed ? [rule.gate] : [rule.passed, rule.gate];
    case 'route':
      return rule.windows.flatMap(({ gradient, winner }) => [gradient, winner]);
    case 'function':
      return [rule.argument];
    case 'slope':
      return [rule.gradient, rule.output];
    case 'quotient':
      return rule.logits;
    case 'crossEntropy':
      return [...rule.logits, rule.label];
    case 'residual':
      return [rule.probability, rule.label];
    case 'adam':
      return [rule.parameter, rule.expAvg, rule.expAvgSq, ...Object.values(rule.constants)];
    case 'leaf':
      return [];
  }
}

/**
 * The number that a rule gives when it is applied to its operands' values alone. A leaf, which has
 * none, gives NaN. That this is the number which the network computed is the law of `explain`.
 */
export function evaluate(rule: Rule): number {
  switch (rule.kind) {
    case 'sum':
      return rule.terms.reduce((sum, { factors }) => sum + productOf(factors), 0);
    case 'maximum':
      return Math.max(...[rule.winner, ...rule.losers].map(({ value }) => value));
    case 'gate':
      return rule.gate.value > 0 ? rule.passed.value : 0;
    case 'route':
      return rule.windows.reduce((sum, { gradient, won }) => sum + (won ? gradient.value : 0), 0);
    case 'function':
      return functions[rule.name](rule.argument.value);
    case 'slope':
      return rule.gradient.value * slopes[rule.name](rule.output.value);
    case 'quotient': {
      const { powers, sum } = powersOf(rule.logits);
      return powers[rule.numerator] / sum;
    }
    case 'crossEntropy': {
      const { largest, sum } = powersOf(rule.logits);
      return largest + Math.log(sum) - rule.logits[rule.label.value].value;
    }
    case 'residual':
      return rule.probability.value - Number(rule.label.value === rule.class);
    case 'adam':
      return adamStep(rule);
    case 'leaf':
      return Number.NaN;
  }
}

/** The factors multiplied, from the first to the last. */
export function productOf(factors: readonly Operand[]): number {
  return factors.reduce((product, { value }) => product * value, 1);
}

/** The e^(z − largest z) of each logit, and their sum. */
export function powersOf(logits: readonly Reference[]): {
  readonly largest: number;
  readonly powers: readonly number[];
  readonly sum: number;
} {
  const largest = Math.max(...logits.map(({ value }) => value));
  const powers = logits.map(({ value }) => Math.exp(value - largest));
  return { largest, powers, sum: powers.reduce((sum, power) => sum + power, 0) };
}

const functions = {
  tanh: Math.tanh,
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
};

const slopes = {
  tanh: (y: number) => 1 - y * y,
  sigmoid: (y: number) => y * (1 - y),
};

function adamStep({ parameter, expAvg, expAvgSq, constants }: AdamRuleStep): number {
  const { lr, beta1, beta2, eps, step } = constants;
  const mean = expAvg.value / (1 - beta1.value ** step.value);
  const square = expAvgSq.value / (1 - beta2.value ** step.value);
  return parameter.value - (lr.value * mean) / (Math.sqrt(square) + eps.value);
}
