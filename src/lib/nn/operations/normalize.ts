import { factor, plain } from '../rules/digits';
import type { NamedConstant, Reference, RuleForm } from '../rules/operand';
import { gradient, indexed, inp, out, slopeOf, texNumber, weight } from '../rules/tex';
import { expectShape, mapTensor, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition } from './definition';
import { combinations, range } from './products';
import { channels } from './scale-channels';

/** What is added to a variance, so that no map is divided by 0; PyTorch's default is 1e-5. */
export interface NormalizeOptions {
  readonly eps: number;
}

/**
 * Every number less the mean of its map, over the square root of its map's variance: batch
 * normalisation in evaluation, by running statistics. input [N, C, H, W], mean [C], variance [C].
 */
export function normalize(
  input: Tensor,
  mean: Tensor,
  variance: Tensor,
  { eps }: NormalizeOptions,
): Tensor {
  const channelOf = channels('normalize', input.shape);
  expectShape('normalize', 'mean', mean.shape, [input.shape[1]]);
  expectShape('normalize', 'variance', variance.shape, [input.shape[1]]);
  return mapTensor(input, (x, at) => {
    const c = channelOf(at);
    return (x - mean.data[c]) / Math.sqrt(variance.data[c] + eps);
  });
}

/** How the loss changes with each input: its output's gradient over the same square root. */
export function normalizeInputGrad(
  outputGrad: Tensor,
  variance: Tensor,
  { eps }: NormalizeOptions,
): Tensor {
  const channelOf = channels('normalizeInputGrad', outputGrad.shape, variance.shape);
  return mapTensor(outputGrad, (grad, at) => grad / Math.sqrt(variance.data[channelOf(at)] + eps));
}

/** A number less its mean over the root of its variance. */
export interface NormalizedRule {
  readonly kind: 'normalized';
  readonly input: Reference;
  readonly mean: Reference;
  readonly variance: Reference;
  readonly eps: NamedConstant;
}

export const normalizedForm: RuleForm<NormalizedRule> = {
  operands: ({ input, mean, variance, eps }) => [input, mean, variance, eps],
  evaluate: ({ input, mean, variance, eps }) =>
    (input.value - mean.value) / Math.sqrt(variance.value + eps.value),
  numbers: ({ input, mean, variance, eps }) =>
    `\\frac{${plain(input)} - ${factor(mean)}}{\\sqrt{${plain(variance)} + ${texNumber(eps.value)}}}`,
};

/** A gradient over the root of a variance. */
export interface NormalizedSlopeRule {
  readonly kind: 'normalizedSlope';
  readonly gradient: Reference;
  readonly variance: Reference;
  readonly eps: NamedConstant;
}

export const normalizedSlopeForm: RuleForm<NormalizedSlopeRule> = {
  operands: ({ gradient, variance, eps }) => [gradient, variance, eps],
  evaluate: ({ gradient, variance, eps }) => gradient.value / Math.sqrt(variance.value + eps.value),
  numbers: ({ gradient, variance, eps }) =>
    `\\frac{${plain(gradient)}}{\\sqrt{${plain(variance)} + ${texNumber(eps.value)}}}`,
};

const epsilon = ({ eps }: NormalizeOptions): NamedConstant => ({
  kind: 'constant',
  symbol: '\\epsilon',
  value: eps,
});

const root = (c: number) => `\\sqrt{${weight(indexed('v', [c]))} + \\epsilon}`;

/** The first half of `torch.nn.BatchNorm2d` in evaluation. */
export const normalizeOperation: OperationDefinition<NormalizeOptions> = {
  forward: {
    reads: ['input', 'mean', 'variance'],
    compute: ([input, mean, variance], options) => normalize(input, mean, variance, options),
    explain({ reads: [input, mean, variance], options }): Explainer<NormalizedRule> {
      const [, H, W] = input.shape;
      const eps = epsilon(options);
      return {
        rule(index) {
          const [c] = index;
          const [m, v] = [mean.at([c]), variance.at([c])];
          return { kind: 'normalized', input: input.at(index), mean: m, variance: v, eps };
        },
        symbols(index) {
          const [c] = index;
          const top = `${inp(indexed('x', index))} - ${weight(indexed('m', [c]))}`;
          return `${out(indexed('y', index))} = \\frac{${top}}{${root(c)}}`;
        },
        users: (read, index) =>
          read === 0 ? [index] : combinations(index.slice(0, 1), range(H), range(W)),
      };
    },
  },
  gradients: {
    input: {
      reads: ['outputGrad', 'variance'],
      compute: ([outputGrad, variance], options) =>
        normalizeInputGrad(outputGrad, variance, options),
      explain({ reads: [grads, variance], shape, options }): Explainer<NormalizedSlopeRule> {
        const eps = epsilon(options);
        return {
          rule: (index) => ({
            kind: 'normalizedSlope',
            gradient: grads.at(index),
            variance: variance.at(index.slice(0, 1)),
            eps,
          }),
          symbols: (index) =>
            `${slopeOf(indexed('x', index))} = \\frac{${gradient(indexed('g', index))}}{${root(index[0])}}`,
          users: (read, index) =>
            read === 0
              ? [index]
              : combinations(index.slice(0, 1), range(shape[1]), range(shape[2])),
        };
      },
    },
  },
};
