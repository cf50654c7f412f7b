import { powersOf } from '../rules/powers';
import type { Reference, RuleForm } from '../rules/operand';
import { indexed, inp, out, sumOfPowers, texNumber } from '../rules/tex';
import { expectShape, zeros, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition } from './definition';
import { range } from './products';

/**
 * Logits as probabilities: e^z over the sum of all e^z of the sample. The largest logit is
 * subtracted first, which changes no quotient and keeps e^z from overflowing.
 * logits [N, classes] → [N, classes], each row summing to 1.
 */
export function softmax(logits: Tensor): Tensor {
  expectShape('softmax', 'logits', logits.shape, ['N', 'classes']);
  const [N, classes] = logits.shape;
  const probabilities = zeros(logits.shape);
  for (let n = 0; n < N; n++) {
    const row = logits.data.subarray(n * classes, (n + 1) * classes);
    const largest = Math.max(...row);
    const powers = row.map((z) => Math.exp(z - largest));
    const sum = powers.reduce((total, power) => total + power, 0);
    probabilities.data.set(
      powers.map((power) => power / sum),
      n * classes,
    );
  }
  return probabilities;
}

/** Softmax: e to the `numerator`th logit over the sum of all. */
export interface QuotientRule {
  readonly kind: 'quotient';
  readonly logits: readonly Reference[];
  readonly numerator: number;
  /** Σ e^(z − the largest z): what all probabilities and the loss share. */
  readonly denominator: number;
}

export const quotientForm: RuleForm<QuotientRule> = {
  operands: ({ logits }) => logits,
  evaluate({ logits, numerator }) {
    const { powers, sum } = powersOf(logits);
    return powers[numerator] / sum;
  },
  numbers({ logits, numerator }) {
    const { powers, sum } = powersOf(logits);
    return `\\frac{${texNumber(powers[numerator])}}{${texNumber(sum)}}`;
  },
};

/** `torch.nn.Softmax` over classes. The way back to the logits is that of the loss. */
export const softmaxOperation: OperationDefinition = {
  forward: {
    reads: ['input'],
    compute: ([logits]) => softmax(logits),
    explain({ reads: [logits] }): Explainer<QuotientRule> {
      const classes = range(logits.shape[0]);
      return {
        rule([numerator]) {
          const all = classes.map((k) => logits.at([k]));
          return { kind: 'quotient', logits: all, numerator, denominator: powersOf(all).sum };
        },
        symbols([i]) {
          const power = `e^{${inp(indexed('z', [i]))}}`;
          return `${out(indexed('p', [i]))} = \\frac{${power}}{${sumOfPowers(classes.length)}}`;
        },
        users: () => classes.map((k) => [k]),
      };
    },
  },
  gradients: {},
};
