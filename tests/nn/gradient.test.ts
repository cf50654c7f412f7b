import { describe, expect, it } from 'vitest';
import {
  crossEntropy,
  crossEntropyInputGrad,
  manualSeed,
  map,
  mapInputGrad,
  mse,
  mseInputGrad,
  posterior,
  scalar,
  softmax,
  tanh,
  tensor,
  type Generator,
  type GradientOf,
  type OperationName,
  type Slot,
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
  const groups = whole(1, 2);
  const both = (low: number, high: number) => [whole(low, high), whole(low, high)];
  const options = { stride: both(1, 3), padding: both(0, 2), dilation: both(1, 2), groups };
  const input = randomTensor(generator, [N, C * groups, whole(5, 8), whole(5, 8)]);
  const weight = randomTensor(generator, [O * groups, C, kH, kW]);
  const bias = randomTensor(generator, [O * groups]);
  return { name: 'conv2d', around: { input, weight, bias }, options };
}

function sparseCase(generator: Generator): Case {
  const whole = (low: number, high: number) => randomWhole(generator, low, high);
  const options = { table: [[0, 2], [1], [2, 1, 0]], stride: whole(1, 2), padding: whole(0, 1) };
  const input = randomTensor(generator, [whole(1, 2), 3, whole(4, 6), whole(4, 6)]);
  const weight = randomTensor(generator, [6, whole(1, 3), whole(1, 3)]);
  const bias = randomTensor(generator, [3]);
  return { name: 'sparseConv2d', around: { input, weight, bias }, options };
}

function subsampleCase(generator: Generator): Case {
  const input = distinctImage(generator);
  const [, C] = input.shape;
  const { kernelSize, stride } = poolOptions(generator);
  const [weight, bias] = [randomTensor(generator, [C]), randomTensor(generator, [C])];
  return { name: 'subsample2d', around: { input, weight, bias }, options: { kernelSize, stride } };
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
  const padding = randomWhole(generator, 0, Math.floor(kernelSize / 2));
  return { kernelSize, stride, padding, ceilMode: randomWhole(generator, 0, 1) === 1 };
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
  ['scaledTanh', {}],
  ['leakyRelu', { negativeSlope: 0.1 }],
  ['dropout', { p: 0.4, seed: 3 }],
];

/** The operations that take every map by itself, with two tensors [C] around each. */
const byMap: readonly (readonly [OperationName, object, readonly Slot[]])[] = [
  ['globalAvgPool2d', {}, []],
  ['scaleChannels', {}, ['weight', 'bias']],
  ['normalizeBatch', { eps: 1e-3 }, []],
];

const generator = manualSeed(5);
const repeated = (make: (generator: Generator) => Case) =>
  Array.from({ length: shapes }, () => make(generator));

const cases: Case[] = [
  ...repeated(convCase),
  ...repeated(maxPoolCase),
  ...repeated(avgPoolCase),
  ...repeated(linearCase),
  ...repeated(sparseCase),
  ...repeated(subsampleCase),
  ...byMap.map(([name, options, slots]) => ({
    name,
    around: {
      input: randomTensor(generator, [2, 3, 4, 3]),
      ...Object.fromEntries(slots.map((slot) => [slot, randomTensor(generator, [3])])),
    },
    options,
  })),
  {
    name: 'normalize',
    around: {
      input: randomTensor(generator, [2, 3, 4, 3]),
      mean: randomTensor(generator, [3]),
      variance: tensor([3], [0.1, 1, 2]),
    },
    options: { eps: 1e-3 },
  },
  {
    name: 'euclideanRbf',
    around: { input: randomTensor(generator, [2, 5]), weight: randomTensor(generator, [3, 5]) },
  },
  {
    name: 'add',
    around: {
      input: randomTensor(generator, [2, 3, 4]),
      shortcut: randomTensor(generator, [2, 3, 4]),
    },
  },
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

  it('mse y=[3,5]', () => {
    const [distances, labels] = [randomTensor(generator, [3, 5]), [4, 0, 2]];
    const slope = mseInputGrad(labels, [3, 5]);
    const loss = () => mse(distances, labels);
    expect(worstDifference(loss, distances, scalar(1), slope)).toBeLessThan(1e-6);
  });

  it.each([1e-3, 0.5, 2, 200])('map y=[3,5] j=%d', (j) => {
    const [distances, labels] = [randomTensor(generator, [3, 5]), [4, 0, 2]];
    const slope = mapInputGrad(posterior(distances, { j }), labels);
    const loss = () => map(distances, labels, { j });
    expect(worstDifference(loss, distances, scalar(1), slope)).toBeLessThan(1e-6);
  });

  it('map: all distances 84 and j = 1 give 83, without vanishing powers', () => {
    const distances = tensor([1, 10], Array<number>(10).fill(84));
    expect(map(distances, [3], { j: 1 }).data[0]).toBeCloseTo(83, 9);
  });

  it('a gradient that is off by 0.001 is caught', () => {
    const x = scalar(0.5);
    const wrong = scalar(1 - Math.tanh(0.5) ** 2 + 0.001);
    expect(worstDifference(() => tanh(x), x, scalar(1), wrong)).toBeGreaterThan(1e-4);
  });
});
