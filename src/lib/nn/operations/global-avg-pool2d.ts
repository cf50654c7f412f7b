import type { NamedConstant } from '../rules/operand';
import { term, type SumRule } from '../rules/sum';
import { gradient, indexed, inp, out, slopeOf, sumsOver } from '../rules/tex';
import { expectShape, zeros, type Tensor } from '../tensor';
import type { Explainer, OperationDefinition } from './definition';
import { combinations, range } from './products';

/** The mean of each map, as PyTorch's AdaptiveAvgPool2d(1). [N, C, H, W] → [N, C, 1, 1]. */
export function globalAvgPool2d(input: Tensor): Tensor {
  expectShape('globalAvgPool2d', 'input', input.shape, ['N', 'C', 'H', 'W']);
  const [N, C, H, W] = input.shape;
  const output = zeros([N, C, 1, 1]);
  for (let plane = 0; plane < N * C; plane++) {
    let sum = 0;
    for (let i = plane * H * W; i < (plane + 1) * H * W; i++) sum += input.data[i];
    output.data[plane] = sum / (H * W);
  }
  return output;
}

/** Every number of a map gets the same share of its gradient. [N, C, 1, 1] → [N, C, H, W]. */
export function globalAvgPool2dInputGrad(
  outputGrad: Tensor,
  inputShape: readonly number[],
): Tensor {
  const [N, C, H, W] = inputShape;
  expectShape('globalAvgPool2dInputGrad', 'outputGrad', outputGrad.shape, [N, C, 1, 1]);
  const inputGrad = zeros(inputShape);
  for (let plane = 0; plane < N * C; plane++) {
    inputGrad.data.fill(outputGrad.data[plane] / (H * W), plane * H * W, (plane + 1) * H * W);
  }
  return inputGrad;
}

/** `torch.nn.AdaptiveAvgPool2d(1)`. */
export const globalAvgPool2dOperation: OperationDefinition = {
  forward: {
    reads: ['input'],
    compute: ([input]) => globalAvgPool2d(input),
    explain({ reads: [input] }): Explainer<SumRule> {
      const [, H, W] = input.shape;
      const share = shareOf(input.shape);
      return {
        rule([c]) {
          const pixels = combinations([c], range(H), range(W));
          return { kind: 'sum', terms: pixels.map((pixel) => term(share, input.at(pixel))) };
        },
        symbols([c, y, x]) {
          const { signs, letters } = sumsOver(['i', H], ['j', W]);
          const pixel = inp(indexed('x', [c, ...letters]));
          return `${out(indexed('y', [c, y, x]))} = ${share.symbol}${signs} ${pixel}`;
        },
        users: (_, [c]) => [[c, 0, 0]],
      };
    },
  },
  gradients: {
    input: {
      reads: ['outputGrad'],
      compute: ([outputGrad], _, shape) => globalAvgPool2dInputGrad(outputGrad, shape),
      explain({ reads: [grads], shape }): Explainer<SumRule> {
        const share = shareOf(shape);
        return {
          rule: ([c]) => ({ kind: 'sum', terms: [term(share, grads.at([c, 0, 0]))] }),
          symbols: (index) =>
            `${slopeOf(indexed('x', index))} = ${share.symbol}\\,${gradient(indexed('g', [index[0], 0, 0]))}`,
          users: (_, [c]) => combinations([c], range(shape[1]), range(shape[2])),
        };
      },
    },
  },
};

/** What every number of a map [C, H, W] is multiplied with. */
function shareOf([, H, W]: readonly number[]): NamedConstant {
  return { kind: 'constant', symbol: `\\frac{1}{${H * W}}`, value: 1 / (H * W) };
}
