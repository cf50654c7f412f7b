import { factor, plain } from '../rules/digits';
import type { NamedConstant, Reference, RuleForm } from '../rules/operand';
import { gradient, indexed, inp, out, slopeOf, sumsOver, termAt, weight } from '../rules/tex';
import { expectShape, offsetOf, reshape, sizeOf, zeros, indexAt, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition } from './definition';
import { flatten } from './flatten';
import { range } from './products';

/*
 * Names of the loops: n sample, i class, k feature.
 */

/**
 * The paper's output layer (equation 7): how far the features are from the code of each class, squared
 * and summed, so that the smallest answers. input [N, features], codes [classes, features] → [N, classes].
 */
export function euclideanRbf(input: Tensor, codes: Tensor): Tensor {
  const [N, classes, features] = sizesOf('euclideanRbf', input, codes);
  const distances = zeros([N, classes]);
  for (let n = 0; n < N; n++)
    for (let i = 0; i < classes; i++) {
      let sum = 0;
      for (let k = 0; k < features; k++)
        sum += (input.data[n * features + k] - codes.data[i * features + k]) ** 2;
      distances.data[n * classes + i] = sum;
    }
  return distances;
}

/**
 * How the loss changes with each feature: every class pulls it towards its code, or pushes it away, by
 * its gradient times 2 · (x − w). outputGrad [N, classes], input [N, features], codes → [N, features].
 */
export function euclideanRbfInputGrad(outputGrad: Tensor, input: Tensor, codes: Tensor): Tensor {
  const [N, classes, features] = sizesOf('euclideanRbfInputGrad', input, codes);
  expectShape('euclideanRbfInputGrad', 'outputGrad', outputGrad.shape, [N, classes]);
  const inputGrad = zeros(input.shape);
  for (let n = 0; n < N; n++)
    for (let i = 0; i < classes; i++) {
      const grad = outputGrad.data[n * classes + i];
      for (let k = 0; k < features; k++) {
        const apart = input.data[n * features + k] - codes.data[i * features + k];
        inputGrad.data[n * features + k] += grad * (2 * apart);
      }
    }
  return inputGrad;
}

function sizesOf(operation: string, input: Tensor, codes: Tensor): readonly number[] {
  expectShape(operation, 'codes', codes.shape, ['classes', 'features']);
  expectShape(operation, 'input', input.shape, ['N', codes.shape[1]]);
  return [input.shape[0], ...codes.shape];
}

/** A feature and the number of a code that it is compared with. */
export interface Apart {
  readonly feature: Reference;
  readonly code: Reference;
}

/** The sum of the squared differences from a code. */
export interface DistanceRule {
  readonly kind: 'distance';
  readonly pairs: readonly Apart[];
}

const difference = ({ feature, code }: Apart) =>
  `${plain(feature)} ${code.value < 0 ? '+' : '-'} ${plain({ ...code, value: Math.abs(code.value) })}`;

/** The places of the largest of some numbers, in their order: as many as a formula writes out. */
function largest(sizes: readonly number[], count = 4): number[] {
  const byes = sizes.map((size, at) => ({ size: Math.abs(size), at }));
  const kept = byes.sort((one, other) => other.size - one.size).slice(0, count);
  return kept.map(({ at }) => at).sort((one, other) => one - other);
}

const dots = (written: readonly string[], all: number) =>
  [written.join(' + '), written.length < all ? '+ \\cdots' : ''].join(' ').trim();

export const distanceForm: RuleForm<DistanceRule> = {
  operands: ({ pairs }) => pairs.flatMap(({ feature, code }) => [feature, code]),
  evaluate: ({ pairs }) =>
    pairs.reduce((sum, { feature, code }) => sum + (feature.value - code.value) ** 2, 0),
  numbers({ pairs }) {
    const at = largest(pairs.map(({ feature, code }) => feature.value - code.value));
    return dots(
      at.map((k) => termAt(k, `(${difference(pairs[k])})^2`)),
      pairs.length,
    );
  },
};

/** The gradient of a feature: what each class makes of its difference from its code. */
export interface PullRule {
  readonly kind: 'pull';
  readonly feature: Reference;
  readonly two: NamedConstant;
  readonly pulls: readonly { readonly gradient: Reference; readonly code: Reference }[];
}

const two: NamedConstant = { kind: 'constant', symbol: '2', value: 2 };

export const pullForm: RuleForm<PullRule> = {
  operands: ({ feature, pulls, two }) => [
    two,
    feature,
    ...pulls.flatMap(({ gradient, code }) => [gradient, code]),
  ],
  evaluate: ({ feature, two, pulls }) =>
    pulls.reduce(
      (sum, { gradient, code }) =>
        sum + gradient.value * (two.value * (feature.value - code.value)),
      0,
    ),
  numbers({ feature, pulls }) {
    const at = largest(
      pulls.map(({ gradient, code }) => gradient.value * (feature.value - code.value)),
    );
    const written = at.map((i) => {
      const { gradient, code } = pulls[i];
      return termAt(i, `${factor(gradient)} \\cdot 2\\,(${difference({ feature, code })})`);
    });
    return dots(written, pulls.length);
  },
};

/** The paper's output layer, which PyTorch has no module for. Its codes never change. */
export const euclideanRbfOperation: OperationDefinition = {
  forward: {
    reads: ['input', 'weight'],
    compute: ([input, codes]) => euclideanRbf(flatten(input), codes),
    explain({ reads: [input, codes] }): Explainer<DistanceRule> {
      const features = sizeOf(input.shape);
      return {
        rule: ([i]) => ({
          kind: 'distance',
          pairs: range(features).map((k) => ({
            feature: input.at(indexAt(input.shape, k)),
            code: codes.at([i, k]),
          })),
        }),
        symbols([i]) {
          const { signs, letters } = sumsOver(['k', features]);
          const apart = `${inp(indexed('x', letters))} - ${weight(indexed('w', [i, ...letters]))}`;
          return `${out(indexed('y', [i]))} = ${signs} (${apart})^2`;
        },
        users: (read, index) =>
          read === 0 ? range(codes.shape[0]).map((i) => [i]) : [index.slice(0, 1)],
      };
    },
  },
  gradients: {
    input: {
      reads: ['outputGrad', 'input', 'weight'],
      compute: ([outputGrad, input, codes], _, shape) =>
        reshape(euclideanRbfInputGrad(outputGrad, flatten(input), codes), shape),
      explain({ reads: [grads, input, codes], shape }): Explainer<PullRule> {
        const [classes] = codes.shape;
        return {
          rule(index) {
            const k = offsetOf(shape, index);
            const pulls = range(classes).map((i) => ({
              gradient: grads.at([i]),
              code: codes.at([i, k]),
            }));
            return { kind: 'pull', feature: input.at(index), two, pulls };
          },
          symbols(index) {
            const { signs, letters } = sumsOver(['i', classes]);
            const code = weight(indexed('w', [...letters, offsetOf(shape, index)]));
            const x = indexed('x', index);
            return `${slopeOf(x)} = ${signs} ${gradient(indexed('g', letters))} \\cdot 2\\,(${inp(x)} - ${code})`;
          },
          users(read, index) {
            if (read === 0) return range(sizeOf(shape)).map((k) => indexAt(shape, k));
            return [read === 1 ? index : indexAt(shape, index[1])];
          },
        };
      },
    },
  },
};
