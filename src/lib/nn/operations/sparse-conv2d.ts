import { placeUnder, tapsOf, windowsOver } from '$lib/arithmetic';
import { along, bias, indexed, inp, out, sumsOver, weight } from '../rules/tex';
import { expectShape, zeros, type Tensor } from '../tensor';
import { crop, lengthOf, pad, slidingOver, type Sliding, type SlidingOptions } from '../window';
import { conv2dBiasGrad } from './conv2d';
import { windowBack } from './conv2d-shape';
import type { OperationDefinition } from './definition';
import {
  explainBiasGrad,
  explainInputGrad,
  explainOutput,
  explainWeightGrad,
  type Product,
  type Products,
} from './products';

/** Which input maps each output map sees, counted from 0: the paper's Table I for its C3. */
export interface SparseConv2dSliding extends SlidingOptions {
  readonly table: readonly (readonly number[])[];
}

/** One pair of maps in the table, which has a kernel of its own; pairs are counted row by row. */
interface Pair {
  readonly output: number;
  readonly input: number;
}

const pairsOf = ({ table }: SparseConv2dSliding): Pair[] =>
  table.flatMap((inputs, output) => inputs.map((input) => ({ output, input })));

/*
 * Names of the loops: n sample; k pair of maps; y, x row and column of the output; a, b row and column
 * of the kernel.
 */

/**
 * A convolution whose output maps each see only the input maps that a table gives them: each output
 * is the bias of its map and the products of a window of those maps with one kernel for each.
 * input [N, C, H, W], weight [pairs, kH, kW], bias [O] → [N, O, H', W'].
 */
export function sparseConv2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor,
  options: SparseConv2dSliding,
): Tensor {
  const sliding = slidingOf(input.shape, weight.shape, options);
  expectShape('sparseConv2d', 'bias', bias.shape, [options.table.length]);
  const O = options.table.length;
  const padded = pad(input, sliding);
  const { rows, columns } = sliding;
  const output = zeros([input.shape[0], O, rows.windows, columns.windows]);
  const positions = rows.windows * columns.windows;
  output.data.forEach((_, at) => (output.data[at] = bias.data[Math.floor(at / positions) % O]));
  walk(sliding, input.shape, options, (out, tap, pixel) => {
    output.data[out] += weight.data[tap] * padded.data[pixel];
  });
  return output;
}

/**
 * How the loss changes with each weight: its pair's input map correlated with its output's gradient.
 * outputGrad [N, O, H', W'], input [N, C, H, W] → weightShape [pairs, kH, kW].
 */
export function sparseConv2dWeightGrad(
  outputGrad: Tensor,
  input: Tensor,
  weightShape: readonly number[],
  options: SparseConv2dSliding,
): Tensor {
  const sliding = slidingOf(input.shape, weightShape, options);
  const padded = pad(input, sliding);
  const weightGrad = zeros(weightShape);
  walk(sliding, input.shape, options, (out, tap, pixel) => {
    weightGrad.data[tap] += outputGrad.data[out] * padded.data[pixel];
  });
  return weightGrad;
}

/**
 * How the loss changes with each input pixel: every output hands its gradient back to its window in
 * the maps that it sees. outputGrad [N, O, H', W'], weight [pairs, kH, kW] → inputShape [N, C, H, W].
 */
export function sparseConv2dInputGrad(
  outputGrad: Tensor,
  weight: Tensor,
  inputShape: readonly number[],
  options: SparseConv2dSliding,
): Tensor {
  const sliding = slidingOf(inputShape, weight.shape, options);
  const [N, C] = inputShape;
  const paddedGrad = zeros([N, C, lengthOf(sliding.rows), lengthOf(sliding.columns)]);
  walk(sliding, inputShape, options, (out, tap, pixel) => {
    paddedGrad.data[pixel] += outputGrad.data[out] * weight.data[tap];
  });
  return crop(paddedGrad, sliding);
}

/** Visits every product: where its output, its weight and its pixel, of the padded input, stand. */
function walk(
  { rows, columns }: Sliding,
  [N, C]: readonly number[],
  options: SparseConv2dSliding,
  visit: (output: number, weight: number, pixel: number) => void,
): void {
  const O = options.table.length;
  const [H, W] = [lengthOf(rows), lengthOf(columns)];
  const pairs = pairsOf(options);
  for (let n = 0; n < N; n++)
    pairs.forEach(({ output, input }, k) => {
      for (let y = 0; y < rows.windows; y++)
        for (let x = 0; x < columns.windows; x++) {
          const at = ((n * O + output) * rows.windows + y) * columns.windows + x;
          for (let a = 0; a < rows.kernel; a++)
            for (let b = 0; b < columns.kernel; b++) {
              const row = (n * C + input) * H + y * rows.stride + a * rows.dilation;
              const pixel = row * W + x * columns.stride + b * columns.dilation;
              visit(at, (k * rows.kernel + a) * columns.kernel + b, pixel);
            }
        }
    });
}

function slidingOf(
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: SparseConv2dSliding,
): Sliding {
  const seen = Math.max(...options.table.flat());
  expectShape('sparseConv2d', 'input', inputShape, ['N', 'C', 'H', 'W']);
  expectShape('sparseConv2d', 'weight', weightShape, [pairsOf(options).length, 'kH', 'kW']);
  if (seen >= inputShape[1]) {
    throw new Error(
      `sparseConv2d: invalid table: expected maps below ${inputShape[1]}, got ${seen}`,
    );
  }
  return slidingOver(
    'sparseConv2d',
    inputShape.slice(2),
    [weightShape[1], weightShape[2]],
    options,
  );
}

/** The paper's C3, which PyTorch has no module for. */
export const sparseConv2dOperation: OperationDefinition<SparseConv2dSliding> = {
  second: 'factors',
  forward: {
    reads: ['input', 'weight', 'bias'],
    compute: ([input, weight, bias], options) => sparseConv2d(input, weight, bias, options),
    explain({ reads, shape, options }) {
      const [input, kernels] = reads;
      const sliding = slidingOf([1, ...input.shape], kernels.shape, options);
      return {
        ...explainOutput(productsOf(sliding, options), reads, shape),
        symbols([o, y, x]) {
          const { rows, columns } = sliding;
          const { signs, letters } = sumsOver(['i', rows.kernel], ['j', columns.kernel]);
          const row = along(placeUnder(rows, y, 0), rows.dilation, letters[0]);
          const column = along(placeUnder(columns, x, 0), columns.dilation, letters[1]);
          const maps = `\\sum_{c \\in \\{${options.table[o].join(',')}\\}}`;
          const product = `${weight(indexed('w', [`${o}c`, ...letters]))}\\,${inp(indexed('x', ['c', row, column]))}`;
          return `${out(indexed('y', [o, y, x]))} = ${bias(indexed('b', [o]))} + ${maps}${signs} ${product}`;
        },
      };
    },
  },
  gradients: {
    weight: {
      reads: ['outputGrad', 'input'],
      compute: ([outputGrad, input], options, shape) =>
        sparseConv2dWeightGrad(outputGrad, input, shape, options),
      explain({ reads, shape, options, way }) {
        const sliding = slidingOf([1, ...reads[1].shape], shape, options);
        const pairs = pairsOf(options);
        return {
          ...explainWeightGrad(productsOf(sliding, options), reads),
          symbols([k, a, b]) {
            const { rows, columns } = sliding;
            const { signs, letters } = sumsOver(['i', rows.windows], ['j', columns.windows]);
            const row = along(placeUnder(rows, 0, a), rows.stride, letters[0]);
            const column = along(placeUnder(columns, 0, b), columns.stride, letters[1]);
            const { output, input } = pairs[k];
            const x = way.factor(inp(indexed('x', [input, row, column])));
            const product = `${way.back([output, ...letters])}\\,${x}`;
            return `${way.of(indexed('w', [`${output}${input}`, a, b]))} = ${signs} ${product}`;
          },
        };
      },
    },
    bias: {
      reads: ['outputGrad'],
      compute: ([outputGrad]) => conv2dBiasGrad(outputGrad),
      explain: ({ reads, way }) => ({
        ...explainBiasGrad(reads),
        symbols([o]) {
          const { signs, letters } = sumsOver(['i', reads[0].shape[1]], ['j', reads[0].shape[2]]);
          return `${way.of(indexed('b', [o]))} = ${signs} ${way.back([o, ...letters])}`;
        },
      }),
    },
    input: {
      reads: ['outputGrad', 'weight'],
      compute: ([outputGrad, weight], options, shape) =>
        sparseConv2dInputGrad(outputGrad, weight, shape, options),
      explain({ reads, shape, options, way }) {
        const sliding = slidingOf([1, ...shape], reads[1].shape, options);
        return {
          ...explainInputGrad(productsOf(sliding, options), reads, shape),
          symbols([c, row, column]) {
            const { rows, columns } = sliding;
            const seers = pairsOf(options).filter(({ input }) => input === c);
            const { signs, letters } = sumsOver(['i', rows.kernel], ['j', columns.kernel]);
            const y = windowBack(row, rows, letters[0]);
            const x = windowBack(column, columns, letters[1]);
            const maps = `\\sum_{k \\in \\{${seers.map(({ output }) => output).join(',')}\\}}`;
            const w = way.factor(weight(indexed('w', [`k${c}`, ...letters])));
            const product = `${way.back(['k', y, x])}\\,${w}`;
            return `${way.of(indexed('x', [c, row, column]))} = ${maps}${signs} ${product}`;
          },
        };
      },
    },
  },
};

/** Every product of a weight and a pixel of the sample. */
function productsOf({ rows, columns }: Sliding, options: SparseConv2dSliding): Products {
  const pairs = [...pairsOf(options).entries()];
  return {
    ofOutput([o, y, x]) {
      const [ys, xs] = [tapsOf(rows, y), tapsOf(columns, x)];
      const products: Product[] = [];
      for (const [k, { output, input }] of pairs)
        if (output === o)
          for (const { tap: a, input: row } of ys)
            for (const { tap: b, input: column } of xs)
              products.push({ output: [o, y, x], weight: [k, a, b], input: [input, row, column] });
      return products;
    },
    ofWeight([k, a, b]) {
      const [, { output, input }] = pairs[k];
      const products: Product[] = [];
      for (let y = 0; y < rows.windows; y++)
        for (let x = 0; x < columns.windows; x++) {
          const pixel = [input, placeUnder(rows, y, a), placeUnder(columns, x, b)];
          products.push({ output: [output, y, x], weight: [k, a, b], input: pixel });
        }
      return products;
    },
    ofInput([c, row, column]) {
      const [ys, xs] = [windowsOver(rows, row), windowsOver(columns, column)];
      const products: Product[] = [];
      for (const [k, { output, input }] of pairs)
        if (input === c)
          for (const { output: y, tap: a } of ys)
            for (const { output: x, tap: b } of xs)
              products.push({ output: [output, y, x], weight: [k, a, b], input: [c, row, column] });
      return products;
    },
  };
}
