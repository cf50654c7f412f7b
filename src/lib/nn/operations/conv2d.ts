import { placeUnder, tapsOf, windowsOver } from '$lib/arithmetic';
import { along, bias, indexed, inp, out, sumsOver, weight } from '../rules/tex';
import { expectShape, zeros, type Tensor } from '../tensor';
import { crop, lengthOf, pad } from '../window';
import {
  conv2dShape,
  conv2dSliding,
  expectOutputGrad,
  firstChannels,
  outputsReading,
  windowBack,
  type Conv2dSliding,
} from './conv2d-shape';
import type { OperationDefinition } from './definition';
import {
  explainBiasGrad,
  explainInputGrad,
  explainOutput,
  explainWeightGrad,
  type Product,
  type Products,
} from './products';

/*
 * Names of the loops: n sample; o output channel, y, x row and column of the output; c input channel
 * of a kernel, counted from the `first` of its group; a, b row and column of the kernel. Tap (a, b) of
 * window (y, x) lies on the padded input's pixel
 * (y · strideY + a · dilationY, x · strideX + b · dilationX).
 */

/**
 * Cross-correlation, as PyTorch's Conv2d: each output is a bias and the sum of the products of a
 * window of the input with one kernel.
 * input [N, C, H, W], weight [O, C / groups, kH, kW], bias [O] → [N, O, H', W'].
 */
export function conv2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor,
  options: Conv2dSliding = {},
): Tensor {
  const outputShape = conv2dShape(input.shape, weight.shape, options);
  expectShape('conv2d', 'bias', bias.shape, [weight.shape[0]]);
  const { rows, columns } = conv2dSliding(input.shape, weight.shape, options);
  const padded = pad(input, { rows, columns });
  const [, C, H, W] = padded.shape;
  const pixelData = padded.data;
  const { stride: strideY, dilation: dilationY } = rows;
  const { stride: strideX, dilation: dilationX } = columns;
  const firsts = firstChannels(C, weight.shape);
  const [, channels, kH, kW] = weight.shape;
  const [N, O, outH, outW] = outputShape;

  const weightData = weight.data;
  const output = zeros(outputShape);
  let at = 0;
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++) {
      const first = firsts[o];
      for (let y = 0; y < outH; y++)
        for (let x = 0; x < outW; x++) {
          let sum = bias.data[o];
          for (let c = 0; c < channels; c++)
            for (let a = 0; a < kH; a++) {
              const row = (n * C + first + c) * H + y * strideY + a * dilationY;
              const pixels = row * W + x * strideX;
              const taps = ((o * channels + c) * kH + a) * kW;
              for (let b = 0; b < kW; b++)
                sum += weightData[taps + b] * pixelData[pixels + b * dilationX];
            }
          output.data[at++] = sum;
        }
    }
  return output;
}

/**
 * How the loss changes with each weight: the input correlated with the output's gradient, because a
 * weight multiplies one pixel of every window.
 * outputGrad [N, O, H', W'], input [N, C, H, W] → weightShape [O, C / groups, kH, kW].
 */
export function conv2dWeightGrad(
  outputGrad: Tensor,
  input: Tensor,
  weightShape: readonly number[],
  options: Conv2dSliding = {},
): Tensor {
  expectOutputGrad('conv2dWeightGrad', outputGrad, input.shape, weightShape, options);
  const { rows, columns } = conv2dSliding(input.shape, weightShape, options);
  const padded = pad(input, { rows, columns });
  const [, C, H, W] = padded.shape;
  const pixelData = padded.data;
  const { stride: strideY, dilation: dilationY } = rows;
  const { stride: strideX, dilation: dilationX } = columns;
  const firsts = firstChannels(C, weightShape);
  const [O, channels, kH, kW] = weightShape;
  const [N, , outH, outW] = outputGrad.shape;

  const gradData = outputGrad.data;
  const weightGrad = zeros(weightShape);
  let at = 0;
  for (let o = 0; o < O; o++) {
    const first = firsts[o];
    for (let c = 0; c < channels; c++)
      for (let a = 0; a < kH; a++)
        for (let b = 0; b < kW; b++) {
          let sum = 0;
          for (let n = 0; n < N; n++)
            for (let y = 0; y < outH; y++) {
              const grads = ((n * O + o) * outH + y) * outW;
              const row = (n * C + first + c) * H + y * strideY + a * dilationY;
              const pixels = row * W + b * dilationX;
              for (let x = 0; x < outW; x++)
                sum += gradData[grads + x] * pixelData[pixels + x * strideX];
            }
          weightGrad.data[at++] = sum;
        }
  }
  return weightGrad;
}

/**
 * How the loss changes with each bias: the sum of the gradients of the outputs that it was added to.
 * outputGrad [N, O, H', W'] → [O].
 */
export function conv2dBiasGrad(outputGrad: Tensor): Tensor {
  expectShape('conv2dBiasGrad', 'outputGrad', outputGrad.shape, ['N', 'O', 'H', 'W']);
  const [N, O, outH, outW] = outputGrad.shape;
  const biasGrad = zeros([O]);
  let at = 0;
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let yx = 0; yx < outH * outW; yx++) biasGrad.data[o] += outputGrad.data[at++];
  return biasGrad;
}

/**
 * How the loss changes with each input pixel: every output hands its gradient back to the pixels of
 * its window, each through the weight that it was multiplied with.
 * outputGrad [N, O, H', W'], weight [O, C / groups, kH, kW] → inputShape [N, C, H, W].
 */
export function conv2dInputGrad(
  outputGrad: Tensor,
  weight: Tensor,
  inputShape: readonly number[],
  options: Conv2dSliding = {},
): Tensor {
  expectOutputGrad('conv2dInputGrad', outputGrad, inputShape, weight.shape, options);
  const { rows, columns } = conv2dSliding(inputShape, weight.shape, options);
  const [N, C] = inputShape;
  const [O, channels, kH, kW] = weight.shape;
  const [, , outH, outW] = outputGrad.shape;
  const [H, W] = [lengthOf(rows), lengthOf(columns)];
  const { stride: strideY, dilation: dilationY } = rows;
  const { stride: strideX, dilation: dilationX } = columns;
  const firsts = firstChannels(C, weight.shape);

  const gradData = outputGrad.data;
  const weightData = weight.data;
  const paddedGrad = zeros([N, C, H, W]);
  const padData = paddedGrad.data;
  let at = 0;
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++) {
      const first = firsts[o];
      for (let y = 0; y < outH; y++)
        for (let x = 0; x < outW; x++) {
          const grad = gradData[at++];
          for (let c = 0; c < channels; c++)
            for (let a = 0; a < kH; a++) {
              const row = (n * C + first + c) * H + y * strideY + a * dilationY;
              const pixels = row * W + x * strideX;
              const taps = ((o * channels + c) * kH + a) * kW;
              for (let b = 0; b < kW; b++)
                padData[pixels + b * dilationX] += grad * weightData[taps + b];
            }
        }
    }
  return crop(paddedGrad, { rows, columns });
}

/** `torch.nn.Conv2d`. */
export const conv2dOperation: OperationDefinition<Conv2dSliding> = {
  second: 'factors',
  forward: {
    reads: ['input', 'weight', 'bias'],
    compute: ([input, weight, bias], options) => conv2d(input, weight, bias, options),
    explain({ reads, shape, options }) {
      const [{ shape: inputShape }, { shape: weightShape }] = reads;
      const { rows, columns } = conv2dSliding([1, ...inputShape], weightShape, options);
      return {
        ...explainOutput(productsOf(inputShape, weightShape, options), reads, shape),
        symbols([o, y, x]) {
          const [, channels, kH, kW] = weightShape;
          const { signs, letters } = sumsOver(['c', channels], ['i', kH], ['j', kW]);
          const [c, i, j] = letters;
          const channel = along(firstChannels(inputShape[0], weightShape)[o], 1, c);
          const row = along(placeUnder(rows, y, 0), rows.dilation, i);
          const column = along(placeUnder(columns, x, 0), columns.dilation, j);
          const product = `${weight(indexed('w', [o, c, i, j]))}\\,${inp(indexed('x', [channel, row, column]))}`;
          return `${out(indexed('y', [o, y, x]))} = ${bias(indexed('b', [o]))} + ${signs} ${product}`;
        },
      };
    },
  },
  gradients: {
    weight: {
      reads: ['outputGrad', 'input'],
      compute: ([outputGrad, input], options, shape) =>
        conv2dWeightGrad(outputGrad, input, shape, options),
      explain({ reads, shape, options, way }) {
        const [{ shape: outputShape }, { shape: inputShape }] = reads;
        const { rows, columns } = conv2dSliding([1, ...inputShape], shape, options);
        return {
          ...explainWeightGrad(productsOf(inputShape, shape, options), reads),
          symbols([o, c, a, b]) {
            const { signs, letters } = sumsOver(['i', outputShape[1]], ['j', outputShape[2]]);
            const [i, j] = letters;
            const channel = firstChannels(inputShape[0], shape)[o] + c;
            const row = along(placeUnder(rows, 0, a), rows.stride, i);
            const column = along(placeUnder(columns, 0, b), columns.stride, j);
            const x = way.factor(inp(indexed('x', [channel, row, column])));
            return `${way.of(indexed('w', [o, c, a, b]))} = ${signs} ${way.back([o, i, j])}\\,${x}`;
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
          const [, outH, outW] = reads[0].shape;
          const { signs, letters } = sumsOver(['i', outH], ['j', outW]);
          return `${way.of(indexed('b', [o]))} = ${signs} ${way.back([o, ...letters])}`;
        },
      }),
    },
    input: {
      reads: ['outputGrad', 'weight'],
      compute: ([outputGrad, weight], options, shape) =>
        conv2dInputGrad(outputGrad, weight, shape, options),
      explain({ reads, shape, options, way }) {
        const [, { shape: weightShape }] = reads;
        const { rows, columns } = conv2dSliding([1, ...shape], weightShape, options);
        return {
          ...explainInputGrad(productsOf(shape, weightShape, options), reads, shape),
          symbols([c, row, column]) {
            const [, channels, kH, kW] = weightShape;
            const outputs = outputsReading(c, shape[0], weightShape);
            const { signs, letters } = sumsOver(['k', outputs.length], ['i', kH], ['j', kW]);
            const [k, i, j] = letters;
            const output = along(outputs[0], 1, k);
            const y = windowBack(row, rows, i);
            const x = windowBack(column, columns, j);
            const w = way.factor(weight(indexed('w', [output, c % channels, i, j])));
            return `${way.of(indexed('x', [c, row, column]))} = ${signs} ${way.back([output, y, x])}\\,${w}`;
          },
        };
      },
    },
  },
};

/** Every product of a weight and a pixel of a sample [C, H, W]. */
function productsOf(
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: Conv2dSliding,
): Products {
  const [C] = inputShape;
  const [, channels] = weightShape;
  const { rows, columns } = conv2dSliding([1, ...inputShape], weightShape, options);
  return {
    ofOutput([o, y, x]) {
      const first = firstChannels(C, weightShape)[o];
      const [ys, xs] = [tapsOf(rows, y), tapsOf(columns, x)];
      const output = [o, y, x];
      const products: Product[] = [];
      for (let c = 0; c < channels; c++)
        for (const { tap: a, input: row } of ys)
          for (const { tap: b, input: column } of xs)
            products.push({ output, weight: [o, c, a, b], input: [first + c, row, column] });
      return products;
    },
    ofWeight([o, c, a, b]) {
      const channel = firstChannels(C, weightShape)[o] + c;
      const weight = [o, c, a, b];
      const products: Product[] = [];
      for (let y = 0; y < rows.windows; y++)
        for (let x = 0; x < columns.windows; x++) {
          const input = [channel, placeUnder(rows, y, a), placeUnder(columns, x, b)];
          products.push({ output: [o, y, x], weight, input });
        }
      return products;
    },
    ofInput([c, row, column]) {
      const ys = windowsOver(rows, row);
      const xs = windowsOver(columns, column);
      const input = [c, row, column];
      const products: Product[] = [];
      for (const o of outputsReading(c, C, weightShape))
        for (const { output: y, tap: a } of ys)
          for (const { output: x, tap: b } of xs)
            products.push({ output: [o, y, x], weight: [o, c % channels, a, b], input });
      return products;
    },
  };
}
