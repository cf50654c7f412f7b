import { factor, plain } from '../rules/digits';
import type { Reference, RuleForm } from '../rules/operand';
import { powersOf } from '../rules/powers';
import { indexed, inp, out, slopeOf, sumOfPowers, texNumber } from '../rules/tex';
import { expectShape, mapTensor, scalar, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition } from './definition';
import { range } from './products';

/**
 * The mean over samples of −log(probability of the right class), as PyTorch's CrossEntropyLoss, from
 * logits: log Σ e^z − z[label], with the largest logit subtracted so that no e^z overflows.
 * logits [N, classes], labels: N classes from 0 → a loss of shape [].
 */
export function crossEntropy(logits: Tensor, labels: ArrayLike<number>): Tensor {
  expectLabels('crossEntropy', logits, labels);
  const [N, classes] = logits.shape;
  let total = 0;
  for (let n = 0; n < N; n++) {
    const row = logits.data.subarray(n * classes, (n + 1) * classes);
    const largest = Math.max(...row);
    const sum = row.reduce((powers, z) => powers + Math.exp(z - largest), 0);
    total += largest + Math.log(sum) - row[labels[n]];
  }
  return scalar(total / N);
}

/**
 * How the loss changes with each logit: the probability that `softmax` made of it, less 1 for the
 * right class, over N. probabilities [N, classes] → [N, classes].
 */
export function crossEntropyInputGrad(probabilities: Tensor, labels: ArrayLike<number>): Tensor {
  expectLabels('crossEntropyInputGrad', probabilities, labels);
  const [N, classes] = probabilities.shape;
  return mapTensor(probabilities, (probability, at) => {
    const isRight = at % classes === labels[Math.floor(at / classes)];
    return (probability - Number(isRight)) / N;
  });
}

/** Throws unless there is one class, from 0, for each sample of scores [N, classes]. */
export function expectLabels(operation: string, scores: Tensor, labels: ArrayLike<number>): void {
  expectShape(operation, 'input', scores.shape, ['N', 'classes']);
  const [N, classes] = scores.shape;
  expectShape(operation, 'labels', [labels.length], [N]);
  for (const label of Array.from(labels)) {
    if (Number.isInteger(label) && label >= 0 && label < classes) continue;
    throw new Error(`${operation}: invalid label: expected 0 to ${classes - 1}, got ${label}`);
  }
}

/** Cross-entropy: log Σ e^z less the logit of the right class. */
export interface CrossEntropyRule {
  readonly kind: 'crossEntropy';
  readonly logits: readonly Reference[];
  readonly label: Reference;
  /** Σ e^(z − the largest z): what all probabilities and the loss share. */
  readonly denominator: number;
}

export const crossEntropyForm: RuleForm<CrossEntropyRule> = {
  operands: ({ logits, label }) => [...logits, label],
  evaluate({ logits, label }) {
    const { largest, sum } = powersOf(logits);
    return largest + Math.log(sum) - logits[label.value].value;
  },
  numbers({ logits, label }) {
    const { largest, sum } = powersOf(logits);
    return `${texNumber(largest)} + \\log ${texNumber(sum)} - ${factor(logits[label.value])}`;
  },
};

/** The gradient of a logit: its probability, less 1 if its class is the right one. */
export interface ResidualRule {
  readonly kind: 'residual';
  readonly probability: Reference;
  readonly label: Reference;
  /** The class of the logit, from 0. */
  readonly class: number;
}

export const residualForm: RuleForm<ResidualRule> = {
  operands: ({ probability, label }) => [probability, label],
  evaluate: ({ probability, label, class: k }) => probability.value - Number(label.value === k),
  numbers: ({ probability, label, class: k }) =>
    `${plain(probability)} - ${Number(label.value === k)}`,
};

/** `torch.nn.CrossEntropyLoss` of one sample. */
export const crossEntropyOperation: OperationDefinition = {
  forward: {
    reads: ['input', 'label'],
    compute: ([logits, label]) => crossEntropy(logits, label.data),
    explain({ reads: [logits, labels] }): Explainer<CrossEntropyRule> {
      const label = labels.at([]);
      const classes = range(logits.shape[0]);
      return {
        rule() {
          const all = classes.map((k) => logits.at([k]));
          return { kind: 'crossEntropy', logits: all, label, denominator: powersOf(all).sum };
        },
        symbols: () =>
          `${out('L')} = \\log ${sumOfPowers(classes.length)} - ${inp(indexed('z', [label.value]))}`,
        users: () => [[]],
      };
    },
  },
  gradients: {
    input: {
      reads: ['probabilities', 'label'],
      compute: ([probabilities, label]) => crossEntropyInputGrad(probabilities, label.data),
      explain({ reads: [probabilities, labels] }): Explainer<ResidualRule> {
        const label = labels.at([]);
        return {
          rule: ([i]) => ({
            kind: 'residual',
            probability: probabilities.at([i]),
            label,
            class: i,
          }),
          symbols: ([i]) =>
            `${slopeOf(indexed('z', [i]))} = ${out(indexed('p', [i]))} - [${i} = ${label.value}]`,
          users: (read, index) =>
            read === 0 ? [index] : range(probabilities.shape[0]).map((k) => [k]),
        };
      },
    },
  },
};
