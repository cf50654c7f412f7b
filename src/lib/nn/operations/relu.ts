import { opens, type GateRule } from '../rules/gate';
import { indexed, inp, out } from '../rules/tex';
import { expectShape, mapTensor, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition } from './definition';
import { sameIndex } from './elementwise';

/** What is negative becomes 0, element by element, in any shape. */
export function relu(input: Tensor): Tensor {
  return mapTensor(input, (x) => Math.max(0, x));
}

/**
 * The gradient passes where the input was positive; at exactly 0 it is 0. As in PyTorch it passes
 * where the input is not a number, so that a network that has blown up says so.
 */
export function reluInputGrad(outputGrad: Tensor, input: Tensor): Tensor {
  expectShape('reluInputGrad', 'outputGrad', outputGrad.shape, input.shape);
  return mapTensor(outputGrad, (grad, at) => (opens(input.data[at]) ? grad : 0));
}

/** `torch.nn.ReLU`. */
export const reluOperation: OperationDefinition = {
  second: 'same',
  forward: {
    reads: ['input'],
    compute: ([input]) => relu(input),
    explain: ({ reads: [input] }): Explainer<GateRule> => ({
      rule(index) {
        const gate = input.at(index);
        return { kind: 'gate', gate, passed: gate, open: opens(gate.value) };
      },
      symbols: (index) => `${out(indexed('a', index))} = \\max(0, ${inp(indexed('y', index))})`,
      users: sameIndex,
    }),
    corners: {
      kind: 'gate',
      at: 'input',
      sides: (input) => input.data.map((x) => Number(x > 0)),
      held: (input, before) => mapTensor(input, (x, at) => (before.data[at] > 0 ? x : 0)),
    },
  },
  gradients: {
    input: {
      reads: ['outputGrad', 'input'],
      compute: ([outputGrad, input]) => reluInputGrad(outputGrad, input),
      explain: ({ reads: [grads, input], way }): Explainer<GateRule> => ({
        rule(index) {
          const gate = input.at(index);
          return { kind: 'gate', gate, passed: grads.at(index), open: opens(gate.value) };
        },
        symbols(index) {
          const number = inp(indexed('y', index));
          return `${way.of(indexed('y', index))} = ${way.back(index)}\\,[${number} > 0]`;
        },
        users: sameIndex,
      }),
    },
  },
};
