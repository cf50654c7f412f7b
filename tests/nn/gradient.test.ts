import { describe, expect, it } from 'vitest';
import {
  crossEntropy,
  crossEntropyInputGrad,
  manualSeed,
  scalar,
  softmax,
  tanh,
  tensor,
  type Generator,
  type GradientOf,
  type OperationName,
  type Tensor,
} from '$lib/nn';
import { randomTensor, randomWhole, worstDifference } from './gradient';
import { forwardOf, gradientsFor, type Around } from './operation';

/** An operation with random tensors around it. */
interface Case {
  readonly name: OperationName;
  readonly around: Around;
  readonly options?: object;
}

const shapes = 12;

function convCase(generator: Generator): Case {
  const whole = (low: number, high: number) => randomWhole(generator, low, high);
  const [N, C, O, kH, kW] = [whole(1, 3), whole(1, 3), whole(1, 3), whole(1, 3), whole(1, 3)];
  const options = { stride: whole(1, 3), padding: whole(0, 2), dilation: whole(1, 2) };
  const input = randomTensor(generator, [N, C, whole(5, 8), whole(5, 8)]);
  const weight = randomTensor(generator, [O, C, kH, kW]);
  return { name: 'conv2d', around: { input, weight, bias: randomTensor(generator, [O]) }, options };
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
  return { name: 'maxPool2d', around: { input }, options: { ...options, dilation } };
}

function avgPoolCase(generator: Generator): Case {
  const input = distinctImage(generator);
  return { name: 'avgPool2d', around: { input }, options: poolOptions(generator) };
}

function linearCase(generator: Generator): Case {
  const [N, inFeatures, outFeatures] = [1, 2, 3].map(() => randomWhole(generator, 1, 6));
  const input = randomTensor(generator, [N, inFeatures]);
  const weight = randomTensor(generator, [outFeatures, inFeatures]);
  return {
    name: 'linear',
    around: { input, weight, bias: randomTensor(generator, [outFeatures]) },
  };
}

/** The functions of one number, each with the options that it is tried with. */
const elementwise: readonly (readonly [OperationName, object])[] = [
  ['relu', {}],
  ['tanh', {}],
  ['sigmoid', {}],
];

const generator = manualSeed(5);
const repeated = (make: (generator: Generator) => Case) =>
  Array.from({ length: shapes }, () => make(generator));

const cases: Case[] = [
  ...repeated(convCase),
  ...repeated(maxPoolCase),
  ...repeated(avgPoolCase),
  ...repeated(linearCase),
  ...elementwise.map(([name, options]) => ({
    name,
    around: { input: randomTensor(generator, [2, 3, 4]) },
    options,
  })),
];

const titled = cases.map((each) => ({
  ...each,
  title: [
    each.name,
    ...Object.entries(each.around).map(([slot, { shape }]) => `${slot}=[${shape}]`),
    JSON.stringify(each.options ?? {}),
  ].join(' '),
}));

describe('gradients agree with central differences within 1e-6', () => {
  it.each(titled)('$title', ({ name, around, options }) => {
    const forward = () => forwardOf(name, around, options);
    const outputGrad = randomTensor(manualSeed(9), forward().shape);
    const grads = Object.entries(gradientsFor(name, around, outputGrad, options));
    expect(grads).not.toHaveLength(0);
    for (const [of, gradient] of grads) {
      const moved = around[of as GradientOf]!;
      expect(worstDifference(forward, moved, outputGrad, gradient), of).toBeLessThan(1e-6);
    }
  });

  it('crossEntropy z=[3,5]', () => {
    const logits = randomTensor(generator, [3, 5]);
    const labels = [4, 0, 2];
    const slope = crossEntropyInputGrad(softmax(logits), labels);
    const loss = () => crossEntropy(logits, labels);
    expect(worstDifference(loss, logits, scalar(1), slope)).toBeLessThan(1e-6);
  });

  it('a gradient that is off by 0.001 is caught', () => {
    const x = scalar(0.5);
    const wrong = scalar(1 - Math.tanh(0.5) ** 2 + 0.001);
    expect(worstDifference(() => tanh(x), x, scalar(1), wrong)).toBeGreaterThan(1e-4);
  });
});
