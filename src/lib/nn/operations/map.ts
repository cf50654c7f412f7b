import { plain } from '../rules/digits';
import type { NamedConstant, Reference, RuleForm } from '../rules/operand';
import { indexed, inp, out, slopeOf, texNumber } from '../rules/tex';
import { expectShape, mapTensor, scalar, zeros, type Tensor } from '../tensor';
import { expectLabels } from './cross-entropy';
import type { Explainer, OperationDefinition } from './definition';
import { bendStep } from './map-bend';
import { range } from './products';

/** The constant j of equation 9, above 0. */
export interface MapOptions {
  readonly j: number;
}

/** The e^(m − y) of each distance and, last, of j, where m is the smallest of them; and their sum. */
function powersOf(distances: ArrayLike<number>, j: number) {
  const all = [...Array.from(distances), j];
  const smallest = Math.min(...all);
  const powers = all.map((y) => Math.exp(smallest - y));
  return { smallest, powers, sum: powers.reduce((sum, power) => sum + power, 0) };
}

/**
 * Distances as probabilities, with a rubbish class at the distance j that stands last: e^(−y) over the
 * sum of all. The smallest is subtracted first, which changes no quotient and keeps e^(−y) from
 * vanishing. distances [N, classes] → [N, classes + 1], each row summing to 1.
 */
export function posterior(distances: Tensor, { j }: MapOptions): Tensor {
  expectShape('posterior', 'distances', distances.shape, ['N', 'classes']);
  const [N, classes] = distances.shape;
  const probabilities = zeros([N, classes + 1]);
  for (let n = 0; n < N; n++) {
    const { powers, sum } = powersOf(distances.data.subarray(n * classes, (n + 1) * classes), j);
    powers.forEach((power, i) => (probabilities.data[n * (classes + 1) + i] = power / sum));
  }
  return probabilities;
}

/**
 * The paper's equation 9: the mean over samples of y of the right class + log(e^(−j) + Σ e^(−y)).
 * distances [N, classes], labels: N classes from 0 → a loss of shape [].
 */
export function map(distances: Tensor, labels: ArrayLike<number>, { j }: MapOptions): Tensor {
  expectLabels('map', distances, labels);
  const [N, classes] = distances.shape;
  let total = 0;
  for (let n = 0; n < N; n++) {
    const row = distances.data.subarray(n * classes, (n + 1) * classes);
    const { smallest, sum } = powersOf(row, j);
    total += row[labels[n]] - smallest + Math.log(sum);
  }
  return scalar(total / N);
}

/**
 * How the loss changes with each distance: 1 for the right class, less the probability that `posterior`
 * made of it, over N. probabilities [N, classes + 1] → [N, classes].
 */
export function mapInputGrad(probabilities: Tensor, labels: ArrayLike<number>): Tensor {
  const [N, all] = probabilities.shape;
  const grads = zeros([N, all - 1]);
  expectLabels('mapInputGrad', grads, labels);
  return mapTensor(grads, (_, at) => {
    const [n, i] = [Math.floor(at / (all - 1)), at % (all - 1)];
    return (Number(labels[n] === i) - probabilities.data[n * all + i]) / N;
  });
}

const constantJ = (value: number): NamedConstant => ({ kind: 'constant', symbol: 'j', value });

/** e^(−y) of one class, or of the rubbish class that stands last, over the sum of all. */
export interface PosteriorRule {
  readonly kind: 'posterior';
  readonly distances: readonly Reference[];
  readonly j: NamedConstant;
  readonly class: number;
}

const valuesOf = (distances: readonly Reference[]) => distances.map(({ value }) => value);

export const posteriorForm: RuleForm<PosteriorRule> = {
  operands: ({ distances, j }) => [...distances, j],
  evaluate({ distances, j, class: i }) {
    const { powers, sum } = powersOf(valuesOf(distances), j.value);
    return powers[i] / sum;
  },
  numbers({ distances, j, class: i }) {
    const { smallest, sum } = powersOf(valuesOf(distances), j.value);
    const own = i < distances.length ? plain(distances[i]) : texNumber(j.value);
    return `\\frac{e^{${texNumber(smallest)} - ${own}}}{${texNumber(sum)}}`;
  },
};

/** Equation 9. */
export interface MapRule {
  readonly kind: 'map';
  readonly distances: readonly Reference[];
  readonly label: Reference;
  readonly j: NamedConstant;
}

export const mapForm: RuleForm<MapRule> = {
  operands: ({ distances, label, j }) => [...distances, label, j],
  evaluate({ distances, label, j }) {
    const { smallest, sum } = powersOf(valuesOf(distances), j.value);
    return distances[label.value].value - smallest + Math.log(sum);
  },
  numbers({ distances, label, j }) {
    const { smallest, sum } = powersOf(valuesOf(distances), j.value);
    return `${plain(distances[label.value])} - ${texNumber(smallest)} + \\log ${texNumber(sum)}`;
  },
};

/** The gradient of a distance: 1 if its class is the right one, less its probability. */
export interface RightLessRule {
  readonly kind: 'rightLess';
  readonly probability: Reference;
  readonly label: Reference;
  /** From 0. */
  readonly class: number;
}

export const rightLessForm: RuleForm<RightLessRule> = {
  operands: ({ probability, label }) => [probability, label],
  evaluate: ({ probability, label, class: i }) => Number(label.value === i) - probability.value,
  numbers: ({ probability, label, class: i }) =>
    `${Number(label.value === i)} - ${plain(probability)}`,
};

const sumOf = (classes: number) => `e^{-j} + \\sum_{k=0}^{${classes - 1}} e^{-${inp('y_{k}')}}`;

/** The probabilities of equation 9, rubbish last. It has no gradient of its own: the loss has it. */
export const posteriorOperation: OperationDefinition<MapOptions> = {
  forward: {
    reads: ['input'],
    compute: ([distances], options) => posterior(distances, options),
    explain({ reads: [distances], options: { j } }): Explainer<PosteriorRule> {
      const classes = distances.shape[0];
      const constant = constantJ(j);
      const all = range(classes).map((i) => distances.at([i]));
      return {
        rule: ([i]) => ({ kind: 'posterior', distances: all, j: constant, class: i }),
        symbols: ([i]) => {
          const own = i < classes ? inp(indexed('y', [i])) : 'j';
          return `${out(indexed('p', [i]))} = \\frac{e^{-${own}}}{${sumOf(classes)}}`;
        },
        users: () => range(classes + 1).map((i) => [i]),
      };
    },
  },
  gradients: {},
};

/** Equation 9 of one sample. */
export const mapOperation: OperationDefinition<MapOptions> = {
  second: { input: bendStep },
  forward: {
    reads: ['input', 'label'],
    compute: ([distances, label], options) => map(distances, label.data, options),
    explain({ reads: [distances, labels], options: { j } }): Explainer<MapRule> {
      const label = labels.at([]);
      const all = range(distances.shape[0]).map((i) => distances.at([i]));
      return {
        rule: () => ({ kind: 'map', distances: all, label, j: constantJ(j) }),
        symbols: () =>
          `${out('L')} = ${inp(indexed('y', [label.value]))} + \\log\\Bigl(${sumOf(all.length)}\\Bigr)`,
        users: () => [[]],
      };
    },
  },
  gradients: {
    input: {
      reads: ['probabilities', 'label'],
      compute: ([probabilities, label]) => mapInputGrad(probabilities, label.data),
      explain({ reads: [probabilities, labels], shape: [classes] }): Explainer<RightLessRule> {
        const label = labels.at([]);
        return {
          rule: ([i]) => ({
            kind: 'rightLess',
            probability: probabilities.at([i]),
            label,
            class: i,
          }),
          symbols: ([i]) =>
            `${slopeOf(indexed('y', [i]))} = [${i} = ${label.value}] - ${out(indexed('p', [i]))}`,
          users(read, [i]) {
            if (read === 1) return range(classes).map((k) => [k]);
            return i < classes ? [[i]] : [];
          },
        };
      },
    },
  },
};
