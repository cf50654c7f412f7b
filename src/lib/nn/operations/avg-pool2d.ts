import { placeUnder } from '$lib/arithmetic';
import type { NamedConstant } from '../rules/operand';
import { term, type SumRule } from '../rules/sum';
import { gradient, indexed, inp, out, slopeOf, sumsOver } from '../rules/tex';
import { expectShape, zeros, type Tensor } from '../tensor';
import { lengthOf, poolSliding, type Axis, type PoolOptions, type Sliding } from '../window';
import type { Explainer, OperationDefinition } from './definition';
import { pixelsUnder, tapLetters, windowsCovering } from './pooling';

/**
 * The mean of each window, as PyTorch's AvgPool2d: padding counts as zeros; what a last window in
 * ceil mode reaches beyond the padding does not count at all. input [N, C, H, W] → [N, C, H', W'].
 */
export function avgPool2d(input: Tensor, options: PoolOptions): Tensor {
  const { rows, columns } = poolSliding('avgPool2d', input.shape, options);
  const [N, C, H, W] = input.shape;
  const output = zeros([N, C, rows.windows, columns.windows]);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let y = 0; y < rows.windows; y++)
      for (let x = 0; x < columns.windows; x++) {
        let sum = 0;
        for (let a = 0; a < rows.kernel; a++)
          for (let b = 0; b < columns.kernel; b++) {
            const row = y * rows.stride + a * rows.dilation - rows.padding[0];
            const column = x * columns.stride + b * columns.dilation - columns.padding[0];
            if (row < 0 || row >= H || column < 0 || column >= W) continue;
            sum += input.data[(plane * H + row) * W + column];
          }
        output.data[at++] = sum / (tapsCounted(rows, y) * tapsCounted(columns, x));
      }
  return output;
}

/**
 * Every pixel of a window gets the same share of its gradient: one over the taps that count.
 * outputGrad [N, C, H', W'] → inputShape [N, C, H, W].
 */
export function avgPool2dInputGrad(
  outputGrad: Tensor,
  inputShape: readonly number[],
  options: PoolOptions,
): Tensor {
  const { rows, columns } = poolSliding('avgPool2dInputGrad', inputShape, options);
  const [N, C, H, W] = inputShape;
  const outputShape = [N, C, rows.windows, columns.windows];
  expectShape('avgPool2dInputGrad', 'outputGrad', outputGrad.shape, outputShape);
  const inputGrad = zeros(inputShape);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let y = 0; y < rows.windows; y++)
      for (let x = 0; x < columns.windows; x++) {
        const share = outputGrad.data[at++] / (tapsCounted(rows, y) * tapsCounted(columns, x));
        for (let a = 0; a < rows.kernel; a++)
          for (let b = 0; b < columns.kernel; b++) {
            const row = y * rows.stride + a * rows.dilation - rows.padding[0];
            const column = x * columns.stride + b * columns.dilation - columns.padding[0];
            if (row < 0 || row >= H || column < 0 || column >= W) continue;
            inputGrad.data[(plane * H + row) * W + column] += share;
          }
      }
  return inputGrad;
}

/** The taps of a window that lie on the picture or its padding: all but in ceil mode's last window. */
function tapsCounted(axis: Axis, window: number): number {
  const end = lengthOf(axis) - axis.padding[0];
  let taps = axis.kernel;
  while (taps > 1 && placeUnder(axis, window, taps - 1) >= end) taps -= 1;
  return taps;
}

/** `torch.nn.AvgPool2d`. */
export const avgPool2dOperation: OperationDefinition<PoolOptions> = {
  forward: {
    reads: ['input'],
    compute: ([input], options) => avgPool2d(input, options),
    explain({ reads: [input], options }): Explainer<SumRule> {
      const sliding = poolSliding('avgPool2d', [1, ...input.shape], options);
      return {
        rule(index) {
          const share = shareOf(sliding, index);
          const pixels = pixelsUnder(sliding, index);
          return { kind: 'sum', terms: pixels.map((pixel) => term(share, input.at(pixel))) };
        },
        symbols(index) {
          const pixel = inp(indexed('x', tapLetters(sliding, index)));
          const { rows, columns } = sliding;
          const { signs } = sumsOver(['i', rows.kernel], ['j', columns.kernel]);
          return `${out(indexed('y', index))} = ${shareOf(sliding, index).symbol}${signs} ${pixel}`;
        },
        users: (_, index) => windowsCovering(sliding, index),
      };
    },
  },
  gradients: {
    input: {
      reads: ['outputGrad'],
      compute: ([outputGrad], options, shape) => avgPool2dInputGrad(outputGrad, shape, options),
      explain({ reads: [grads], shape, options }): Explainer<SumRule> {
        const sliding = poolSliding('avgPool2d', [1, ...shape], options);
        return {
          rule(index) {
            const windows = windowsCovering(sliding, index);
            const terms = windows.map((place) => term(shareOf(sliding, place), grads.at(place)));
            return { kind: 'sum', terms };
          },
          symbols(index) {
            const shares = windowsCovering(sliding, index).map(
              (place) => `${shareOf(sliding, place).symbol}\\,${gradient(indexed('g', place))}`,
            );
            return `${slopeOf(indexed('x', index))} = ${shares.join(' + ') || '0'}`;
          },
          users: (_, index) => pixelsUnder(sliding, index),
        };
      },
    },
  },
};

/** What every number of the window [c, y, x] is multiplied with. */
function shareOf({ rows, columns }: Sliding, [, y, x]: readonly number[]): NamedConstant {
  const taps = tapsCounted(rows, y) * tapsCounted(columns, x);
  return { kind: 'constant', symbol: `\\frac{1}{${taps}}`, value: 1 / taps };
}
