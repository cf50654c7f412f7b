import { factor, plain } from '../rules/digits';
import type { Reference, RuleForm } from '../rules/operand';
import { gradient, indexed, inp, out, slopeOf } from '../rules/tex';
import { expectShape, zeros, type Tensor } from '../tensor';
import { poolSliding, type PoolOptions } from '../window';
import type { Explainer, OperationDefinition, Reader } from './definition';
import { pixelsUnder, tapLetters, windowsCovering } from './pooling';
import { distinct } from './products';

/** The maxima [N, C, H', W'] and where each stood: `row · W + column` in its channel of the input. */
export interface MaxPooled {
  readonly output: Tensor;
  readonly indices: Int32Array;
}

/**
 * The largest number of each window, as PyTorch's MaxPool2d: of equal ones the first, row by row.
 * Padding never wins. input [N, C, H, W] → output [N, C, H', W'].
 */
export function maxPool2d(input: Tensor, options: PoolOptions): MaxPooled {
  const { rows, columns } = poolSliding('maxPool2d', input.shape, options);
  const [N, C, H, W] = input.shape;
  const output = zeros([N, C, rows.windows, columns.windows]);
  const indices = new Int32Array(output.data.length);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let y = 0; y < rows.windows; y++)
      for (let x = 0; x < columns.windows; x++) {
        let best = -Infinity;
        let winner = -1;
        for (let a = 0; a < rows.kernel; a++)
          for (let b = 0; b < columns.kernel; b++) {
            const row = y * rows.stride + a * rows.dilation - rows.padding[0];
            const column = x * columns.stride + b * columns.dilation - columns.padding[0];
            if (row < 0 || row >= H || column < 0 || column >= W) continue;
            const value = input.data[(plane * H + row) * W + column];
            if (winner === -1 || wins(value, best)) {
              best = value;
              winner = row * W + column;
            }
          }
        output.data[at] = best;
        indices[at++] = winner;
      }
  return { output, indices };
}

/** Whether a later number beats an earlier one: not-a-number does too, so that a blow-up shows. */
const wins = (value: number, best: number) => value > best || Number.isNaN(value);

/**
 * The whole gradient of a maximum goes to the input that won; the others did not change the loss.
 * outputGrad [N, C, H', W'], `indices` as `maxPool2d` gave them → inputShape [N, C, H, W].
 */
export function maxPool2dInputGrad(
  outputGrad: Tensor,
  indices: Int32Array,
  inputShape: readonly number[],
): Tensor {
  const [N, C, H, W] = inputShape;
  expectShape('maxPool2dInputGrad', 'outputGrad', outputGrad.shape, [N, C, 'H', 'W']);
  expectShape('maxPool2dInputGrad', 'indices', [indices.length], [outputGrad.data.length]);
  const windows = outputGrad.shape[2] * outputGrad.shape[3];
  const inputGrad = zeros(inputShape);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let window = 0; window < windows; window++) {
      inputGrad.data[plane * H * W + indices[at]] += outputGrad.data[at];
      at++;
    }
  return inputGrad;
}

/** The largest of a window; the first, row by row, where several are equal. */
export interface MaximumRule {
  readonly kind: 'maximum';
  readonly winner: Reference;
  readonly losers: readonly Reference[];
}

export const maximumForm: RuleForm<MaximumRule> = {
  operands: ({ winner, losers }) => [winner, ...losers],
  evaluate: ({ winner, losers }) => Math.max(...[winner, ...losers].map(({ value }) => value)),
  numbers: ({ winner, losers }) => `\\max(${[winner, ...losers].map(plain).join(',\\;')})`,
};

/** The gradients of the maxima of which this number was a candidate: those that it won, added. */
export interface RouteRule {
  readonly kind: 'route';
  readonly windows: readonly {
    readonly gradient: Reference;
    readonly winner: Reference;
    readonly won: boolean;
  }[];
}

export const routeForm: RuleForm<RouteRule> = {
  operands: ({ windows }) => windows.flatMap(({ gradient, winner }) => [gradient, winner]),
  evaluate: ({ windows }) =>
    windows.reduce((sum, { gradient, won }) => sum + (won ? gradient.value : 0), 0),
  numbers: ({ windows }) =>
    windows.map((each) => `${factor(each.gradient)} \\cdot ${Number(each.won)}`).join(' + ') || '0',
};

/** `torch.nn.MaxPool2d`. */
export const maxPool2dOperation: OperationDefinition<PoolOptions> = {
  forward: {
    reads: ['input'],
    compute: ([input], options) => maxPool2d(input, options).output,
    explain({ reads: [input], options }): Explainer<MaximumRule> {
      const sliding = poolSliding('maxPool2d', [1, ...input.shape], options);
      return {
        rule(index) {
          const candidates = pixelsUnder(sliding, index).map((pixel) => input.at(pixel));
          const winner = winnerOf(candidates);
          return { kind: 'maximum', winner, losers: candidates.filter((each) => each !== winner) };
        },
        symbols(index) {
          const [down, across] = [sliding.rows.kernel - 1, sliding.columns.kernel - 1];
          const taps =
            down === across ? `0 \\le i,j \\le ${down}` : `i \\le ${down},\\,j \\le ${across}`;
          const pixel = inp(indexed('x', tapLetters(sliding, index)));
          return `${out(indexed('y', index))} = \\max_{${taps}} ${pixel}`;
        },
        users: (_, index) => windowsCovering(sliding, index),
      };
    },
    corners: {
      kind: 'winner',
      at: 'output',
      sides: (input, options) => maxPool2d(input, options).indices,
      held: pick,
    },
  },
  gradients: {
    input: {
      reads: ['outputGrad', 'input'],
      compute: ([outputGrad, input], options) =>
        maxPool2dInputGrad(outputGrad, maxPool2d(input, options).indices, input.shape),
      explain({ reads: [grads, input], options }): Explainer<RouteRule> {
        const sliding = poolSliding('maxPool2d', [1, ...input.shape], options);
        const winnerAt = (place: readonly number[]) => winnerIn(input, pixelsUnder(sliding, place));
        return {
          rule: (index) => ({
            kind: 'route',
            windows: windowsCovering(sliding, index).map((place) => {
              const winner = winnerAt(place);
              return { gradient: grads.at(place), winner, won: isAt(winner, index) };
            }),
          }),
          symbols(index) {
            const pixel = inp(indexed('x', index));
            const shares = windowsCovering(sliding, index).map(
              (place) =>
                `${gradient(indexed('g', place))}\\,[${pixel} = ${out(indexed('y', place))}]`,
            );
            return `${slopeOf(indexed('x', index))} = ${shares.join(' + ') || '0'}`;
          },
          users(read, index) {
            if (read === 0) return pixelsUnder(sliding, index);
            const places = windowsCovering(sliding, index);
            const won = places.filter((place) => isAt(winnerAt(place), index));
            return distinct(won.flatMap((place) => pixelsUnder(sliding, place)));
          },
        };
      },
    },
  },
};

/** Of each window of `input` the number that stands where `before` has its maximum. */
function pick(input: Tensor, before: Tensor, options: PoolOptions): Tensor {
  const { output, indices } = maxPool2d(before, options);
  const [, , height, width] = input.shape;
  const [, , outHeight, outWidth] = output.shape;
  const picked = zeros(output.shape);
  indices.forEach((index, at) => {
    const plane = Math.floor(at / (outHeight * outWidth));
    picked.data[at] = input.data[plane * height * width + index];
  });
  return picked;
}

/** The number of a window that wins, as in `maxPool2d`. */
function winnerOf(candidates: readonly Reference[]): Reference {
  return candidates.reduce((best, each) => (wins(each.value, best.value) ? each : best));
}

function winnerIn(input: Reader, pixels: readonly (readonly number[])[]): Reference {
  return winnerOf(pixels.map((pixel) => input.at(pixel)));
}

function isAt({ ref }: Reference, index: readonly number[]): boolean {
  return ref.index.every((at, axis) => at === index[axis]);
}
