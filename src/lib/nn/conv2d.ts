import { expectShape, zeros, type Tensor } from './tensor';
import { convolutionSide, crop, pad, type SlidingOptions } from './window';

/*
 * Names of the loops: n sample; o output channel, y, x row and column of the output; c input channel;
 * a, b row and column of the kernel. Tap (a, b) of window (y, x) lies on the padded input's pixel
 * (y · stride + a · dilation, x · stride + b · dilation).
 */

/**
 * Cross-correlation, as PyTorch's Conv2d: each output is a bias and the sum of the products of a
 * window of the input with one kernel.
 * input [N, C, H, W], weight [O, C, kH, kW], bias [O] → [N, O, H', W'].
 */
export function conv2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor,
  options: SlidingOptions = {},
): Tensor {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  const outputShape = conv2dShape(input.shape, weight.shape, options);
  expectShape('conv2d', 'bias', bias.shape, [weight.shape[0]]);
  const padded = pad(input, padding);
  const [, C, H, W] = padded.shape;
  const [, , kH, kW] = weight.shape;
  const [N, O, outH, outW] = outputShape;

  const output = zeros(outputShape);
  let at = 0;
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let y = 0; y < outH; y++)
        for (let x = 0; x < outW; x++) {
          let sum = bias.data[o];
          for (let c = 0; c < C; c++)
            for (let a = 0; a < kH; a++) {
              const pixels = ((n * C + c) * H + y * stride + a * dilation) * W + x * stride;
              const taps = ((o * C + c) * kH + a) * kW;
              for (let b = 0; b < kW; b++)
                sum += weight.data[taps + b] * padded.data[pixels + b * dilation];
            }
          output.data[at++] = sum;
        }
  return output;
}

/**
 * How the loss changes with each weight: the input correlated with the output's gradient, because a
 * weight multiplies one pixel of every window.
 * outputGrad [N, O, H', W'], input [N, C, H, W] → weightShape [O, C, kH, kW].
 */
export function conv2dWeightGrad(
  outputGrad: Tensor,
  input: Tensor,
  weightShape: readonly number[],
  options: SlidingOptions = {},
): Tensor {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  expectOutputGrad('conv2dWeightGrad', outputGrad, input.shape, weightShape, options);
  const padded = pad(input, padding);
  const [, C, H, W] = padded.shape;
  const [O, , kH, kW] = weightShape;
  const [N, , outH, outW] = outputGrad.shape;

  const weightGrad = zeros(weightShape);
  let at = 0;
  for (let o = 0; o < O; o++)
    for (let c = 0; c < C; c++)
      for (let a = 0; a < kH; a++)
        for (let b = 0; b < kW; b++) {
          let sum = 0;
          for (let n = 0; n < N; n++)
            for (let y = 0; y < outH; y++) {
              const grads = ((n * O + o) * outH + y) * outW;
              const pixels = ((n * C + c) * H + y * stride + a * dilation) * W + b * dilation;
              for (let x = 0; x < outW; x++)
                sum += outputGrad.data[grads + x] * padded.data[pixels + x * stride];
            }
          weightGrad.data[at++] = sum;
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
 * outputGrad [N, O, H', W'], weight [O, C, kH, kW] → inputShape [N, C, H, W].
 */
export function conv2dInputGrad(
  outputGrad: Tensor,
  weight: Tensor,
  inputShape: readonly number[],
  options: SlidingOptions = {},
): Tensor {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  expectOutputGrad('conv2dInputGrad', outputGrad, inputShape, weight.shape, options);
  const [N, C, height, width] = inputShape;
  const [O, , kH, kW] = weight.shape;
  const [, , outH, outW] = outputGrad.shape;
  const H = height + 2 * padding;
  const W = width + 2 * padding;

  const paddedGrad = zeros([N, C, H, W]);
  let at = 0;
  for (let n = 0; n < N; n++)
    for (let o = 0; o < O; o++)
      for (let y = 0; y < outH; y++)
        for (let x = 0; x < outW; x++) {
          const grad = outputGrad.data[at++];
          for (let c = 0; c < C; c++)
            for (let a = 0; a < kH; a++) {
              const pixels = ((n * C + c) * H + y * stride + a * dilation) * W + x * stride;
              const taps = ((o * C + c) * kH + a) * kW;
              for (let b = 0; b < kW; b++)
                paddedGrad.data[pixels + b * dilation] += grad * weight.data[taps + b];
            }
        }
  return crop(paddedGrad, padding);
}

/** The shape [N, O, H', W'] of what `conv2d` returns. Throws if the kernel does not fit the input. */
export function conv2dShape(
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: SlidingOptions,
): number[] {
  expectShape('conv2d', 'input', inputShape, ['N', 'C', 'H', 'W']);
  expectShape('conv2d', 'weight', weightShape, ['O', inputShape[1], 'kH', 'kW']);
  const [samples, , height, width] = inputShape;
  const [outChannels, , kernelHeight, kernelWidth] = weightShape;
  return [
    samples,
    outChannels,
    convolutionSide('conv2d', { ...options, input: height, kernel: kernelHeight }),
    convolutionSide('conv2d', { ...options, input: width, kernel: kernelWidth }),
  ];
}

function expectOutputGrad(
  operation: string,
  outputGrad: Tensor,
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: SlidingOptions,
): void {
  const outputShape = conv2dShape(inputShape, weightShape, options);
  expectShape(operation, 'outputGrad', outputGrad.shape, outputShape);
}
