import { bias, indexed, inp, out, sumsOver, weight } from '../rules/tex';
import { expectShape, indexAt, offsetOf, reshape, sizeOf, zeros, type Tensor } from '../tensor';
import type { OperationDefinition } from './definition';
import { flatten } from './flatten';
import {
  explainBiasGrad,
  explainInputGrad,
  explainOutput,
  explainWeightGrad,
  range,
  type Product,
  type Products,
} from './products';

/*
 * Names of the loops: n sample, j output feature, i input feature.
 */

/**
 * Every output is a bias and a weighted sum of all inputs, as PyTorch's Linear: y = W x + b.
 * input [N, in], weight [out, in], bias [out] → [N, out].
 */
export function linear(input: Tensor, weight: Tensor, bias: Tensor): Tensor {
  expectShape('linear', 'input', input.shape, ['N', 'in']);
  expectShape('linear', 'weight', weight.shape, ['out', input.shape[1]]);
  expectShape('linear', 'bias', bias.shape, [weight.shape[0]]);
  const [N, inFeatures] = input.shape;
  const outFeatures = weight.shape[0];

  const output = zeros([N, outFeatures]);
  for (let n = 0; n < N; n++)
    for (let j = 0; j < outFeatures; j++) {
      let sum = bias.data[j];
      for (let i = 0; i < inFeatures; i++)
        sum += weight.data[j * inFeatures + i] * input.data[n * inFeatures + i];
      output.data[n * outFeatures + j] = sum;
    }
  return output;
}

/**
 * How the loss changes with each weight: its output's gradient times its input, summed over samples.
 * outputGrad [N, out], input [N, in] → [out, in].
 */
export function linearWeightGrad(outputGrad: Tensor, input: Tensor): Tensor {
  expectShape('linearWeightGrad', 'input', input.shape, ['N', 'in']);
  const [N, inFeatures] = input.shape;
  expectShape('linearWeightGrad', 'outputGrad', outputGrad.shape, [N, 'out']);
  const outFeatures = outputGrad.shape[1];

  const weightGrad = zeros([outFeatures, inFeatures]);
  for (let n = 0; n < N; n++)
    for (let j = 0; j < outFeatures; j++) {
      const grad = outputGrad.data[n * outFeatures + j];
      for (let i = 0; i < inFeatures; i++)
        weightGrad.data[j * inFeatures + i] += grad * input.data[n * inFeatures + i];
    }
  return weightGrad;
}

/** How the loss changes with each bias: its output's gradient, summed over samples. [N, out] → [out]. */
export function linearBiasGrad(outputGrad: Tensor): Tensor {
  expectShape('linearBiasGrad', 'outputGrad', outputGrad.shape, ['N', 'out']);
  const [N, outFeatures] = outputGrad.shape;
  const biasGrad = zeros([outFeatures]);
  for (let n = 0; n < N; n++)
    for (let j = 0; j < outFeatures; j++) biasGrad.data[j] += outputGrad.data[n * outFeatures + j];
  return biasGrad;
}

/**
 * How the loss changes with each input: the gradients of all outputs, each through the weight that
 * joins the two: Wᵀ g. outputGrad [N, out], weight [out, in] → [N, in].
 */
export function linearInputGrad(outputGrad: Tensor, weight: Tensor): Tensor {
  expectShape('linearInputGrad', 'weight', weight.shape, ['out', 'in']);
  const [outFeatures, inFeatures] = weight.shape;
  expectShape('linearInputGrad', 'outputGrad', outputGrad.shape, ['N', outFeatures]);
  const N = outputGrad.shape[0];

  const inputGrad = zeros([N, inFeatures]);
  for (let n = 0; n < N; n++)
    for (let j = 0; j < outFeatures; j++) {
      const grad = outputGrad.data[n * outFeatures + j];
      for (let i = 0; i < inFeatures; i++)
        inputGrad.data[n * inFeatures + i] += grad * weight.data[j * inFeatures + i];
    }
  return inputGrad;
}

/** `torch.nn.Linear`, which reads an input of several axes row by row. */
export const linearOperation: OperationDefinition = {
  second: 'factors',
  forward: {
    reads: ['input', 'weight', 'bias'],
    compute: ([input, weight, bias]) => linear(flatten(input), weight, bias),
    explain: ({ reads, shape }) => ({
      ...explainOutput(productsOf(reads[0].shape, shape), reads, shape),
      symbols([j]) {
        const { signs, letters } = sumsOver(['i', sizeOf(reads[0].shape)]);
        const product = `${weight(indexed('w', [j, ...letters]))}\\,${inp(indexed('x', letters))}`;
        return `${out(indexed('y', [j]))} = ${bias(indexed('b', [j]))} + ${signs} ${product}`;
      },
    }),
  },
  gradients: {
    weight: {
      reads: ['outputGrad', 'input'],
      compute: ([outputGrad, input]) => linearWeightGrad(outputGrad, flatten(input)),
      explain: ({ reads: [grads, input], way }) => ({
        ...explainWeightGrad(productsOf(input.shape, grads.shape), [grads, input]),
        symbols: ([j, i]) =>
          `${way.of(indexed('w', [j, i]))} = ${way.back([j])}\\,${way.factor(inp(indexed('x', [i])))}`,
      }),
    },
    bias: {
      reads: ['outputGrad'],
      compute: ([outputGrad]) => linearBiasGrad(outputGrad),
      explain: ({ reads, way }) => ({
        ...explainBiasGrad(reads),
        symbols: ([j]) => `${way.of(indexed('b', [j]))} = ${way.back([j])}`,
      }),
    },
    input: {
      reads: ['outputGrad', 'weight'],
      compute: ([outputGrad, weight], _, shape) =>
        reshape(linearInputGrad(outputGrad, weight), shape),
      explain: ({ reads, shape, way }) => ({
        ...explainInputGrad(productsOf(shape, reads[0].shape), reads, shape),
        symbols(index) {
          const { signs, letters } = sumsOver(['j', reads[0].shape[0]]);
          const joined = weight(indexed('w', [...letters, offsetOf(shape, index)]));
          return `${way.of(indexed('x', index))} = ${signs} ${way.back(letters)}\\,${way.factor(joined)}`;
        },
      }),
    },
  },
};

/** Every product of a weight [j, i] and a number of the input: feature i is its element at offset i. */
function productsOf(inputShape: readonly number[], [outFeatures]: readonly number[]): Products {
  const inFeatures = sizeOf(inputShape);
  return {
    ofOutput([j]) {
      const products: Product[] = [];
      for (let i = 0; i < inFeatures; i++)
        products.push({ output: [j], weight: [j, i], input: indexAt(inputShape, i) });
      return products;
    },
    ofWeight: ([j, i]) => [{ output: [j], weight: [j, i], input: indexAt(inputShape, i) }],
    ofInput(input) {
      const i = offsetOf(inputShape, input);
      return range(outFeatures).map((j) => ({ output: [j], weight: [j, i], input }));
    },
  };
}
