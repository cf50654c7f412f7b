import { manualSeed } from '../generator';
import type { NamedConstant } from '../rules/operand';
import { term, type SumRule } from '../rules/sum';
import { gradient, indexed, inp, out, slopeOf } from '../rules/tex';
import { mapTensor, zeros, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition } from './definition';
import { sameIndex } from './elementwise';

/** How likely a number is dropped, from 0 to below 1, and the seed that says which are. */
export interface DropoutOptions {
  readonly p: number;
  readonly seed: number;
}

/**
 * What each number is multiplied with: 0 with the probability p, and else 1 / (1 − p), so that the
 * mean stays. The same seed draws the same mask.
 */
export function dropoutMask(shape: readonly number[], { p, seed }: DropoutOptions): Tensor {
  const generator = manualSeed(seed);
  return mapTensor(zeros(shape), () => (generator.uniform(0, 1) < p ? 0 : 1 / (1 - p)));
}

/** Some numbers dropped, and the others made larger; backward the same is done to the gradients. */
export function dropout(input: Tensor, options: DropoutOptions): Tensor {
  const mask = dropoutMask(input.shape, options);
  return mapTensor(input, (value, at) => value * mask.data[at]);
}

/** `torch.nn.Dropout` in training; in evaluation it makes no step. */
export const dropoutOperation: OperationDefinition<DropoutOptions> = {
  forward: {
    reads: ['input'],
    compute: ([input], options) => dropout(input, options),
    explain({ reads: [input], options }): Explainer<SumRule> {
      const kept = keptAt(input.shape, options);
      return {
        rule: (index) => ({ kind: 'sum', terms: [term(kept(index), input.at(index))] }),
        symbols: (index) =>
          `${out(indexed('y', index))} = ${indexed('m', index)}\\,${inp(indexed('x', index))}`,
        users: sameIndex,
      };
    },
  },
  gradients: {
    input: {
      reads: ['outputGrad'],
      compute: ([outputGrad], options) => dropout(outputGrad, options),
      explain({ reads: [grads], options }): Explainer<SumRule> {
        const kept = keptAt(grads.shape, options);
        return {
          rule: (index) => ({ kind: 'sum', terms: [term(kept(index), grads.at(index))] }),
          symbols: (index) =>
            `${slopeOf(indexed('x', index))} = ${indexed('m', index)}\\,${gradient(indexed('g', index))}`,
          users: sameIndex,
        };
      },
    },
  },
};

/** The mask's number at an index of one sample, as a factor of a rule. */
function keptAt(shape: readonly number[], options: DropoutOptions) {
  const { data } = dropoutMask(shape, options);
  return (index: readonly number[]): NamedConstant => {
    const offset = index.reduce((sum, at, axis) => sum * shape[axis] + at, 0);
    return { kind: 'constant', symbol: indexed('m', index), value: data[offset] };
  };
}
