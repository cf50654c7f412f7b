import { tapsOf, windowsOver } from '$lib/arithmetic';
import { bias, indexed, inp, out, sumsOver, weight } from '../rules/tex';
import { expectShape, zeros, type Tensor } from '../tensor';
import {
  crop,
  lengthOf,
  pad,
  pairOf,
  slidingOver,
  type PoolOptions,
  type Sliding,
} from '../window';
import type { OperationDefinition } from './definition';
import { tapLetter, tapLetters } from './pooling';
import {
  explainBiasGrad,
  explainInputGrad,
  explainOutput,
  explainWeightGrad,
  type Product,
  type Products,
} from './products';

/*
 * Names of the loops: n sample, c channel, y, x row and column of the output, a, b row and column of
 * the window.
 */

/**
 * The paper's subsampling (section II-B): the sum of each window, times one coefficient, plus one
 * bias, both of its map. input [N, C, H, W], weight [C], bias [C] → [N, C, H', W'].
 */
export function subsample2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor,
  options: PoolOptions,
): Tensor {
  const sums = windowSums(input, options);
  const [N, C, outH, outW] = sums.shape;
  expectShape('subsample2d', 'weight', weight.shape, [C]);
  expectShape('subsample2d', 'bias', bias.shape, [C]);
  let at = 0;
  for (let n = 0; n < N; n++)
    for (let c = 0; c < C; c++)
      for (let yx = 0; yx < outH * outW; yx++, at++)
        sums.data[at] = weight.data[c] * sums.data[at] + bias.data[c];
  return sums;
}

/**
 * How the loss changes with each coefficient: the gradients of its map, each times the sum of the
 * window. outputGrad [N, C, H', W'], input [N, C, H, W] → [C].
 */
export function subsample2dWeightGrad(
  outputGrad: Tensor,
  input: Tensor,
  options: PoolOptions,
): Tensor {
  const sums = windowSums(input, options);
  expectShape('subsample2dWeightGrad', 'outputGrad', outputGrad.shape, sums.shape);
  return channelSums({
    shape: sums.shape,
    data: outputGrad.data.map((grad, at) => grad * sums.data[at]),
  });
}

/** How the loss changes with each bias: the sum of the gradients of its map. [N, C, H', W'] → [C]. */
export function channelSums(outputGrad: Tensor): Tensor {
  expectShape('channelSums', 'outputGrad', outputGrad.shape, ['N', 'C', 'H', 'W']);
  const [N, C, outH, outW] = outputGrad.shape;
  const sums = zeros([C]);
  let at = 0;
  for (let n = 0; n < N; n++)
    for (let c = 0; c < C; c++)
      for (let yx = 0; yx < outH * outW; yx++) sums.data[c] += outputGrad.data[at++];
  return sums;
}

/**
 * Every number of a window gets its gradient times the coefficient of its map.
 * outputGrad [N, C, H', W'], weight [C] → inputShape [N, C, H, W].
 */
export function subsample2dInputGrad(
  outputGrad: Tensor,
  weight: Tensor,
  inputShape: readonly number[],
  options: PoolOptions,
): Tensor {
  const { rows, columns } = slidingOf(inputShape, options);
  const [N, C] = inputShape;
  const outputShape = [N, C, rows.windows, columns.windows];
  expectShape('subsample2dInputGrad', 'outputGrad', outputGrad.shape, outputShape);
  const [H, W] = [lengthOf(rows), lengthOf(columns)];
  const paddedGrad = zeros([N, C, H, W]);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let y = 0; y < rows.windows; y++)
      for (let x = 0; x < columns.windows; x++) {
        const share = outputGrad.data[at++] * weight.data[plane % C];
        for (let a = 0; a < rows.kernel; a++)
          for (let b = 0; b < columns.kernel; b++) {
            const row = plane * H + y * rows.stride + a * rows.dilation;
            paddedGrad.data[row * W + x * columns.stride + b * columns.dilation] += share;
          }
      }
  return crop(paddedGrad, { rows, columns });
}

/** The sum of each window: [N, C, H, W] → [N, C, H', W']. */
function windowSums(input: Tensor, options: PoolOptions): Tensor {
  const { rows, columns } = slidingOf(input.shape, options);
  const padded = pad(input, { rows, columns });
  const [N, C, H, W] = padded.shape;
  const sums = zeros([N, C, rows.windows, columns.windows]);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let y = 0; y < rows.windows; y++)
      for (let x = 0; x < columns.windows; x++) {
        for (let a = 0; a < rows.kernel; a++)
          for (let b = 0; b < columns.kernel; b++) {
            const row = plane * H + y * rows.stride + a * rows.dilation;
            sums.data[at] += padded.data[row * W + x * columns.stride + b * columns.dilation];
          }
        at += 1;
      }
  return sums;
}

function slidingOf(inputShape: readonly number[], options: PoolOptions): Sliding {
  expectShape('subsample2d', 'input', inputShape, ['N', 'C', 'H', 'W']);
  const kernel = pairOf(options.kernelSize);
  const { stride = kernel } = options;
  return slidingOver('subsample2d', inputShape.slice(2), kernel, { ...options, stride });
}

/** The paper's S2 and S4, which PyTorch has no module for. */
export const subsample2dOperation: OperationDefinition<PoolOptions> = {
  second: 'factors',
  forward: {
    reads: ['input', 'weight', 'bias'],
    compute: ([input, weight, bias], options) => subsample2d(input, weight, bias, options),
    explain({ reads, shape, options }) {
      const sliding = slidingOf([1, ...reads[0].shape], options);
      return {
        ...explainOutput(productsOf(sliding), reads, shape),
        symbols([c, y, x]) {
          const { signs } = sumsOver(['i', sliding.rows.kernel], ['j', sliding.columns.kernel]);
          const pixel = inp(indexed('x', tapLetters(sliding, [c, y, x])));
          const product = `${weight(indexed('w', [c]))}${signs} ${pixel}`;
          return `${out(indexed('y', [c, y, x]))} = ${bias(indexed('b', [c]))} + ${product}`;
        },
      };
    },
  },
  gradients: {
    weight: {
      reads: ['outputGrad', 'input'],
      compute: ([outputGrad, input], options) => subsample2dWeightGrad(outputGrad, input, options),
      explain({ reads, options, way }) {
        const sliding = slidingOf([1, ...reads[1].shape], options);
        return {
          ...explainWeightGrad(productsOf(sliding), reads),
          symbols([c]) {
            const { rows, columns } = sliding;
            const windows = sumsOver(['y', rows.windows], ['x', columns.windows]);
            const taps = sumsOver(['i', rows.kernel], ['j', columns.kernel]);
            const [y, x] = windows.letters;
            const [i, j] = taps.letters;
            const pixel = inp(indexed('x', [c, tapLetter(rows, y, i), tapLetter(columns, x, j)]));
            const sum = `${taps.signs} ${way.factor(pixel)}`;
            const g = way.back([c, ...windows.letters]);
            return `${way.of(indexed('w', [c]))} = ${windows.signs} ${g}${sum}`;
          },
        };
      },
    },
    bias: {
      reads: ['outputGrad'],
      compute: ([outputGrad]) => channelSums(outputGrad),
      explain: ({ reads, way }) => ({
        ...explainBiasGrad(reads),
        symbols([c]) {
          const { signs, letters } = sumsOver(['i', reads[0].shape[1]], ['j', reads[0].shape[2]]);
          return `${way.of(indexed('b', [c]))} = ${signs} ${way.back([c, ...letters])}`;
        },
      }),
    },
    input: {
      reads: ['outputGrad', 'weight'],
      compute: ([outputGrad, weight], options, shape) =>
        subsample2dInputGrad(outputGrad, weight, shape, options),
      explain({ reads, shape, options, way }) {
        const products = productsOf(slidingOf([1, ...shape], options));
        return {
          ...explainInputGrad(products, reads, shape),
          symbols(index) {
            const w = way.factor(weight(indexed('w', index.slice(0, 1))));
            const shares = products
              .ofInput(index)
              .map(({ output }) => `${way.back(output)}\\,${w}`);
            return `${way.of(indexed('x', index))} = ${shares.join(' + ') || '0'}`;
          },
        };
      },
    },
  },
};

/** Every product of a coefficient and a number of a window. */
function productsOf({ rows, columns }: Sliding): Products {
  const ofOutput = ([c, y, x]: readonly number[]): Product[] =>
    tapsOf(rows, y).flatMap(({ input: row }) =>
      tapsOf(columns, x).map(({ input: column }) => ({
        output: [c, y, x],
        weight: [c],
        input: [c, row, column],
      })),
    );
  return {
    areShared: true,
    ofOutput,
    ofWeight([c]) {
      const products: Product[] = [];
      for (let y = 0; y < rows.windows; y++)
        for (let x = 0; x < columns.windows; x++) products.push(...ofOutput([c, y, x]));
      return products;
    },
    ofInput: ([c, row, column]) =>
      windowsOver(rows, row).flatMap(({ output: y }) =>
        windowsOver(columns, column).map(({ output: x }) => ({
          output: [c, y, x],
          weight: [c],
          input: [c, row, column],
        })),
      ),
  };
}
