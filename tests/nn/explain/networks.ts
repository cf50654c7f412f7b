import fc from 'fast-check';
import {
  AvgPool2d,
  Conv2d,
  Flatten,
  indexAt,
  Linear,
  manualSeed,
  MaxPool2d,
  ReLU,
  refShape,
  Sequential,
  Sigmoid,
  sizeOf,
  Tanh,
  type Module,
  type Ref,
  type Tensor,
  type Trace,
} from '$lib/nn';
import { adam, freshState, sgd, traceStep, type UpdatedTrace, type UpdateRule } from '$lib/optim';
import { randomTensor } from '../gradient';

/** What a small random network is drawn from. */
export const smallNetworks = fc.record({
  seed: fc.nat(10_000),
  side: fc.integer({ min: 8, max: 9 }),
  inChannels: fc.integer({ min: 1, max: 2 }),
  outChannels: fc.integer({ min: 1, max: 3 }),
  kernelSize: fc.integer({ min: 1, max: 3 }),
  stride: fc.integer({ min: 1, max: 2 }),
  padding: fc.integer({ min: 0, max: 2 }),
  dilation: fc.integer({ min: 1, max: 2 }),
  pool: fc.constantFrom('max', 'avg', 'overlapping max', 'overlapping avg', 'spread max'),
  activation: fc.constantFrom('relu', 'tanh', 'sigmoid'),
  rule: fc.constantFrom('sgd', 'momentum', 'nesterov', 'adam'),
});

/** How the numbers of a network go bad: some are not numbers, some infinite, or many are equal. */
export const blowUps = fc.constantFrom('notANumber', 'infinite', 'minusInfinite', 'ties');

type BlowUp = typeof blowUps extends fc.Arbitrary<infer T> ? T : never;

/** What becomes of some of the numbers; of ties all are whole, so that most windows have several maxima. */
const spoilers: Record<BlowUp, (value: number, hit: boolean) => number> = {
  notANumber: (value, hit) => (hit ? NaN : value),
  infinite: (value, hit) => (hit ? Infinity : value),
  minusInfinite: (value, hit) => (hit ? -Infinity : value),
  ties: Math.round,
};

type SmallNetwork = typeof smallNetworks extends fc.Arbitrary<infer T> ? T : never;

const rules: Record<SmallNetwork['rule'], UpdateRule> = {
  sgd: sgd({ lr: 0.1 }),
  momentum: sgd({ lr: 0.1, momentum: 0.9, weightDecay: 0.01 }),
  nesterov: sgd({ lr: 0.1, momentum: 0.9, nesterov: true }),
  adam: adam({ lr: 0.01, weightDecay: 0.01 }),
};

const pools: Record<SmallNetwork['pool'], () => Module> = {
  max: () => new MaxPool2d({ kernelSize: 2 }),
  avg: () => new AvgPool2d({ kernelSize: 2 }),
  'overlapping max': () => new MaxPool2d({ kernelSize: 2, stride: 1 }),
  'overlapping avg': () => new AvgPool2d({ kernelSize: 3, stride: 1, padding: 1 }),
  'spread max': () => new MaxPool2d({ kernelSize: 2, stride: 1, padding: 1, dilation: 2 }),
};

const activations = { relu: ReLU, tanh: Tanh, sigmoid: Sigmoid };

/** The second update of a random network on a random picture: a trace with every kind of tensor. */
export function traceSmallNetwork(drawn: SmallNetwork): UpdatedTrace {
  const { network, input } = smallNetwork(drawn);
  return secondStep(network, input, 1, rules[drawn.rule]);
}

/** The first update of a random network whose picture, or one of whose parameters, has gone bad. */
export function traceBlownUp(drawn: SmallNetwork, how: BlowUp): UpdatedTrace {
  const { network, input } = smallNetwork(drawn);
  const generator = manualSeed(drawn.seed + 1);
  const spoil = ({ data }: Tensor) => {
    for (let i = 0; i < data.length; i++) {
      data[i] = spoilers[how](data[i], generator.nextUint32() % 40 === 0);
    }
  };
  const parameters = [...network.parameters().values()];
  const where = how === 'ties' ? 0 : generator.nextUint32() % (parameters.length + 1);
  spoil(where === 0 ? input : parameters[where - 1].value);
  if (how === 'ties') for (const { value } of parameters) spoil(value);
  return traceStep(network, input, 1, rules[drawn.rule], freshState);
}

function smallNetwork(drawn: SmallNetwork): { network: Sequential; input: Tensor } {
  const { seed, side, inChannels, outChannels, kernelSize, stride, padding, dilation } = drawn;
  const generator = manualSeed(seed);
  const Activation = activations[drawn.activation];
  const input = randomTensor(generator, [1, inChannels, side, side]);
  const trunk = {
    c1: new Conv2d({
      inChannels,
      outChannels,
      kernelSize,
      stride,
      padding,
      dilation,
      generator,
    }),
    'c1.activation': new Activation(),
    s2: pools[drawn.pool](),
    c3: new Conv2d({
      inChannels: outChannels,
      outChannels: 2,
      kernelSize: 1,
      padding: 1,
      generator,
    }),
    flatten: new Flatten(),
  };
  const inFeatures = new Sequential(trunk).forward(input).shape[1];
  const network = new Sequential({
    ...trunk,
    f5: new Linear({ inFeatures, outFeatures: 4, generator }),
    'f5.activation': new Activation(),
    output: new Linear({ inFeatures: 4, outFeatures: 3, generator }),
  });
  return { network, input };
}

/** A trace whose update goes on from an earlier one, so that the optimiser remembers something. */
export function secondStep(
  network: Sequential,
  input: Tensor,
  label: number,
  rule: UpdateRule,
): UpdatedTrace {
  const first = traceStep(network, input, label, rule, freshState);
  network.loadStateDict(first.updated);
  return traceStep(network, input, label, rule, first.state);
}

/** Some numbers of every tensor, spread over it: at most `each` of one. */
export function sampleRefs(trace: Trace, each: number): Ref[] {
  return [...trace.tensors.keys()].flatMap((tensor) => {
    const shape = refShape(trace, tensor);
    const size = sizeOf(shape);
    const count = Math.min(size, each);
    return Array.from({ length: count }, (_, k) => ({
      tensor,
      index: indexAt(shape, Math.floor(((2 * k + 1) * size) / (2 * count))),
    }));
  });
}
