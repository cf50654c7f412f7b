import type { FunctionRule, ScalarFunction, SlopeRule } from '../rules/function';
import { indexed, inp, out } from '../rules/tex';
import { expectShape, mapTensor, type Tensor } from '../tensor';
import type { Corners, Explainer, OperationDefinition } from './definition';

/** What an elementwise operation reads at an index, it uses for the number at this index alone. */
export const sameIndex: Explainer['users'] = (_, index) => [index];

/** A function of every element by itself, and its slope, as a function of one of the two numbers. */
interface Elementwise<Options> {
  value(options: Options): ScalarFunction;
  slope(options: Options): ScalarFunction;
  /** Which number the slope is a function of. */
  readonly slopeFrom: 'input' | 'output';
  readonly corners?: Corners<Options>;
}

/** The operation that applies a function to every element of a tensor of any shape. */
export function elementwise<Options>({
  value,
  slope,
  slopeFrom,
  corners,
}: Elementwise<Options>): OperationDefinition<Options> {
  return {
    second: 'slope',
    forward: {
      reads: ['input'],
      compute: ([input], options) => mapTensor(input, value(options).value),
      explain({ reads: [input], options }): Explainer<FunctionRule> {
        const of = value(options);
        return {
          rule: (index) => ({ kind: 'function', of, argument: input.at(index) }),
          symbols: (index) => `${out(indexed('a', index))} = ${of.tex(inp(indexed('y', index)))}`,
          users: sameIndex,
        };
      },
      corners,
    },
    gradients: {
      input: {
        reads: ['outputGrad', slopeFrom],
        compute: ([outputGrad, at], options) => timesSlope(outputGrad, at, slope(options).value),
        explain({ reads: [grads, at], options, way }): Explainer<SlopeRule> {
          const of = slope(options);
          const symbol = (index: readonly number[]) =>
            slopeFrom === 'output' ? out(indexed('a', index)) : inp(indexed('y', index));
          return {
            rule: (index) => ({ kind: 'slope', of, gradient: grads.at(index), at: at.at(index) }),
            symbols: (index) =>
              `${way.of(indexed('y', index))} = ${way.back(index)}\\,${way.factor(of.tex(symbol(index)))}`,
            users: sameIndex,
          };
        },
      },
    },
  };
}

/** Every gradient times the slope at its place, which is a function of `at`, of the same shape. */
export function timesSlope(
  outputGrad: Tensor,
  at: Tensor,
  slope: (value: number) => number,
): Tensor {
  expectShape('timesSlope', 'outputGrad', outputGrad.shape, at.shape);
  return mapTensor(outputGrad, (grad, i) => grad * slope(at.data[i]));
}
