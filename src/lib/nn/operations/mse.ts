import { plain } from '../rules/digits';
import type { NamedConstant, Reference, RuleForm } from '../rules/operand';
import { term, type SumRule } from '../rules/sum';
import { indexed, inp, out, slopeOf } from '../rules/tex';
import { mapTensor, scalar, zeros, type Tensor } from '../tensor';
import { expectLabels } from './cross-entropy';
import type { Explainer, OperationDefinition } from './definition';
import { range } from './products';

/**
 * The paper's equation 8: the mean over samples of the distance of the right class. The wrong classes
 * do not count. distances [N, classes], labels: N classes from 0 → a loss of shape [].
 */
export function mse(distances: Tensor, labels: ArrayLike<number>): Tensor {
  expectLabels('mse', distances, labels);
  const [N, classes] = distances.shape;
  let total = 0;
  for (let n = 0; n < N; n++) total += distances.data[n * classes + labels[n]];
  return scalar(total / N);
}

/** How the loss changes with each distance: 1 for the right class, over N. → [N, classes]. */
export function mseInputGrad(labels: ArrayLike<number>, shape: readonly number[]): Tensor {
  const grads = zeros(shape);
  expectLabels('mseInputGrad', grads, labels);
  const [N, classes] = shape;
  for (let n = 0; n < N; n++) grads.data[n * classes + labels[n]] = 1 / N;
  return grads;
}

/** The distance of the right class. */
export interface RightDistanceRule {
  readonly kind: 'rightDistance';
  readonly distance: Reference;
  readonly label: Reference;
}

export const rightDistanceForm: RuleForm<RightDistanceRule> = {
  operands: ({ distance, label }) => [distance, label],
  evaluate: ({ distance }) => distance.value,
  numbers: ({ distance }) => plain(distance),
};

/** 1 for the right class, 0 for the others. */
export interface IsRightRule {
  readonly kind: 'isRight';
  readonly label: Reference;
  /** From 0. */
  readonly class: number;
}

export const isRightForm: RuleForm<IsRightRule> = {
  operands: ({ label }) => [label],
  evaluate: ({ label, class: i }) => Number(label.value === i),
  numbers: ({ label, class: i }) => `[${i} = ${plain(label)}]`,
};

const two: NamedConstant = { kind: 'constant', symbol: '2', value: 2 };

/** Equation 8 of one sample. Along a feature it bends by 2 everywhere. */
export const mseOperation: OperationDefinition = {
  second: {
    input: {
      reads: [],
      compute: (_, __, shape) => mapTensor(zeros(shape), () => 2),
      explain: ({ way }): Explainer<SumRule> => ({
        rule: () => ({ kind: 'sum', terms: [term(two)] }),
        symbols: (index) => `${way.of(indexed('x', index))} = 2`,
        users: () => [],
      }),
    },
  },
  forward: {
    reads: ['input', 'label'],
    compute: ([distances, label]) => mse(distances, label.data),
    explain({ reads: [distances, labels] }): Explainer<RightDistanceRule> {
      const label = labels.at([]);
      const distance = distances.at([label.value]);
      return {
        rule: () => ({ kind: 'rightDistance', distance, label }),
        symbols: () => `${out('L')} = ${inp(indexed('y', [label.value]))}`,
        users: (read, [i]) => (read === 1 || i === label.value ? [[]] : []),
      };
    },
  },
  gradients: {
    input: {
      reads: ['label'],
      compute: ([label], _, shape) => mseInputGrad(label.data, shape),
      explain({ reads: [labels], shape: [classes] }): Explainer<IsRightRule> {
        const label = labels.at([]);
        return {
          rule: ([i]) => ({ kind: 'isRight', label, class: i }),
          symbols: ([i]) => `${slopeOf(indexed('y', [i]))} = [${i} = ${label.value}]`,
          users: () => range(classes).map((i) => [i]),
        };
      },
    },
  },
};
