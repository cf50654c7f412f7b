import { term, type SumRule } from '../rules/sum';
import { gradient, indexed, inp, out, slopeOf } from '../rules/tex';
import { expectShape, mapTensor, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition, StepDefinition } from './definition';
import { sameIndex } from './elementwise';

/** Two tensors of one shape added, element by element. */
export function add(one: Tensor, other: Tensor): Tensor {
  expectShape('add', 'shortcut', other.shape, one.shape);
  return mapTensor(one, (value, at) => value + other.data[at]);
}

/** What is added goes back whole to both: a sum has the slope 1. */
const whole: StepDefinition = {
  reads: ['outputGrad'],
  compute: ([outputGrad]) => mapTensor(outputGrad, (grad) => grad),
  explain: ({ reads: [grads] }): Explainer<SumRule> => ({
    rule: (index) => ({ kind: 'sum', terms: [term(grads.at(index))] }),
    symbols: (index) => `${slopeOf(indexed('x', index))} = ${gradient(indexed('g', index))}`,
    users: sameIndex,
  }),
};

/** Where the two branches of a residual block meet: what its body made and its shortcut. */
export const addOperation: OperationDefinition = {
  forward: {
    reads: ['input', 'shortcut'],
    compute: ([input, shortcut]) => add(input, shortcut),
    explain: ({ reads: [input, shortcut] }): Explainer<SumRule> => ({
      rule: (index) => ({
        kind: 'sum',
        terms: [term(input.at(index)), term(shortcut.at(index))],
      }),
      symbols: (index) =>
        `${out(indexed('y', index))} = ${inp(indexed('f', index))} + ${inp(indexed('s', index))}`,
      users: sameIndex,
    }),
  },
  gradients: { input: whole, shortcut: whole },
};

/**
 * Where the two branches of a residual block part: nothing is computed forward; on the way back the
 * gradients of both add up.
 */
export const forkOperation: OperationDefinition = {
  gradients: {
    input: {
      reads: ['outputGrad', 'shortcutGrad'],
      compute: ([outputGrad, shortcutGrad]) => add(outputGrad, shortcutGrad),
      explain: ({ reads: [body, shortcut] }): Explainer<SumRule> => ({
        rule: (index) => ({
          kind: 'sum',
          terms: [term(body.at(index)), term(shortcut.at(index))],
        }),
        symbols: (index) =>
          `${slopeOf(indexed('x', index))} = ${gradient(indexed('g', index))} + ${gradient(indexed('h', index))}`,
        users: sameIndex,
      }),
    },
  },
};
