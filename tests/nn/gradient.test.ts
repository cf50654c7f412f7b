import { describe, expect, it } from 'vitest';
import {
  avgPool2d,
  avgPool2dInputGrad,
  conv2d,
  conv2dBiasGrad,
  conv2dInputGrad,
  conv2dWeightGrad,
  crossEntropy,
  crossEntropyInputGrad,
  flatten,
  flattenInputGrad,
  linear,
  linearBiasGrad,
  linearInputGrad,
  linearWeightGrad,
  manualSeed,
  maxPool2d,
  maxPool2dInputGrad,
  relu,
  reluInputGrad,
  scalar,
  sigmoid,
  sigmoidInputGrad,
  softmax,
  tanh,
  tanhInputGrad,
  tensor,
  type Generator,
  type Tensor,
} from '$lib/nn';
import { randomTensor, randomWhole, worstDifference } from './gradient';

/** Values, a random gradient of the output, and the gradient of each input that the ops give. */
interface Case {
  readonly title: string;
  readonly forward: () => Tensor;
  readonly backward: (outputGrad: Tensor) => readonly (readonly [Tensor, Tensor])[];
}

const shapes = 12;

function convCase(generator: Generator): Case {
  const whole = (low: number, high: number) => randomWhole(generator, low, high);
  const [N, C, O, kH, kW] = [whole(1, 3), whole(1, 3), whole(1, 3), whole(1, 3), whole(1, 3)];
  const options = { stride: whole(1, 3), padding: whole(0, 2), dilation: whole(1, 2) };
  const input = randomTensor(generator, [N, C, whole(5, 8), whole(5, 8)]);
  const weight = randomTensor(generator, [O, C, kH, kW]);
  const bias = randomTensor(generator, [O]);
  return {
    title: `conv2d x=[${input.shape}] w=[${weight.shape}] ${JSON.stringify(options)}`,
    forward: () => conv2d(input, weight, bias, options),
    backward: (grad) => [
      [input, conv2dInputGrad(grad, weight, input.shape, options)],
      [weight, conv2dWeightGrad(grad, input, weight.shape, options)],
      [bias, conv2dBiasGrad(grad)],
    ],
  };
}

/** An image of distinct numbers at least 0.01 apart, so that no step of 1e-6 changes a winner. */
function distinctImage(generator: Generator): Tensor {
  const shape = [1, 2, 4, 4].map((axis, i) => axis + randomWhole(generator, 0, i < 2 ? 1 : 4));
  const noise = randomTensor(generator, shape);
  const order = [...noise.data.keys()].sort((a, b) => noise.data[a] - noise.data[b]);
  const values = new Float64Array(order.length);
  order.forEach((at, rank) => (values[at] = rank / 100));
  return tensor(shape, values);
}

function poolOptions(generator: Generator) {
  const kernelSize = randomWhole(generator, 1, 3);
  const stride = randomWhole(generator, 1, 3);
  return { kernelSize, stride, padding: randomWhole(generator, 0, Math.floor(kernelSize / 2)) };
}

function maxPoolCase(generator: Generator): Case {
  const input = distinctImage(generator);
  const options = poolOptions(generator);
  const dilation = options.kernelSize === 2 ? 2 : 1;
  return {
    title: `maxPool2d x=[${input.shape}] ${JSON.stringify({ ...options, dilation })}`,
    forward: () => maxPool2d(input, { ...options, dilation }).output,
    backward: (grad) => {
      const { indices } = maxPool2d(input, { ...options, dilation });
      return [[input, maxPool2dInputGrad(grad, indices, input.shape)]];
    },
  };
}

function avgPoolCase(generator: Generator): Case {
  const input = distinctImage(generator);
  const options = poolOptions(generator);
  return {
    title: `avgPool2d x=[${input.shape}] ${JSON.stringify(options)}`,
    forward: () => avgPool2d(input, options),
    backward: (grad) => [[input, avgPool2dInputGrad(grad, input.shape, options)]],
  };
}

function linearCase(generator: Generator): Case {
  const [N, inFeatures, outFeatures] = [1, 2, 3].map(() => randomWhole(generator, 1, 6));
  const input = randomTensor(generator, [N, inFeatures]);
  const weight = randomTensor(generator, [outFeatures, inFeatures]);
  const bias = randomTensor(generator, [outFeatures]);
  return {
    title: `linear x=[${input.shape}] w=[${weight.shape}]`,
    forward: () => linear(input, weight, bias),
    backward: (grad) => [
      [input, linearInputGrad(grad, weight)],
      [weight, linearWeightGrad(grad, input)],
      [bias, linearBiasGrad(grad)],
    ],
  };
}

function elementwiseCases(generator: Generator): Case[] {
  const input = randomTensor(generator, [2, 3, 4]);
  return [
    {
      title: 'relu x=[2,3,4]',
      forward: () => relu(input),
      backward: (grad) => [[input, reluInputGrad(grad, input)]],
    },
    {
      title: 'tanh x=[2,3,4]',
      forward: () => tanh(input),
      backward: (grad) => [[input, tanhInputGrad(grad, tanh(input))]],
    },
    {
      title: 'sigmoid x=[2,3,4]',
      forward: () => sigmoid(input),
      backward: (grad) => [[input, sigmoidInputGrad(grad, sigmoid(input))]],
    },
    {
      title: 'flatten x=[2,3,4]',
      forward: () => flatten(input),
      backward: (grad) => [[input, flattenInputGrad(grad, input.shape)]],
    },
  ];
}

function crossEntropyCase(generator: Generator): Case {
  const logits = randomTensor(generator, [3, 5]);
  const labels = [4, 0, 2];
  return {
    title: 'crossEntropy z=[3,5]',
    forward: () => crossEntropy(logits, labels),
    backward: (grad) => {
      const slope = crossEntropyInputGrad(softmax(logits), labels);
      return [
        [
          logits,
          tensor(
            slope.shape,
            slope.data.map((g) => g * grad.data[0]),
          ),
        ],
      ];
    },
  };
}

const generator = manualSeed(5);
const repeated = (make: (generator: Generator) => Case) =>
  Array.from({ length: shapes }, () => make(generator));

describe('gradients agree with central differences within 1e-6', () => {
  it.each([
    ...repeated(convCase),
    ...repeated(maxPoolCase),
    ...repeated(avgPoolCase),
    ...repeated(linearCase),
    ...elementwiseCases(generator),
    crossEntropyCase(generator),
  ])('$title', ({ forward, backward }) => {
    const outputGrad = randomTensor(manualSeed(9), forward().shape);
    for (const [input, gradient] of backward(outputGrad)) {
      expect(worstDifference(forward, input, outputGrad, gradient)).toBeLessThan(1e-6);
    }
  });

  it('a gradient that is off by 0.001 is caught', () => {
    const x = scalar(0.5);
    const wrong = scalar(1 - Math.tanh(0.5) ** 2 + 0.001);
    expect(worstDifference(() => tanh(x), x, scalar(1), wrong)).toBeGreaterThan(1e-4);
  });
});
