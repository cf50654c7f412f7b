import fc from 'fast-check';
import {
  AvgPool2d,
  BatchNorm2d,
  Conv2d,
  Dropout,
  EuclideanRbf,
  Flatten,
  GlobalAvgPool2d,
  indexAt,
  LeakyReLU,
  Linear,
  manualSeed,
  MaxPool2d,
  ReLU,
  refShape,
  Residual,
  ScaledTanh,
  Sequential,
  Sigmoid,
  sizeOf,
  SparseConv2d,
  Subsample2d,
  Tanh,
  type Generator,
  type LossChoice,
  type Module,
  type Ref,
  type Tensor,
  type Trace,
} from '$lib/nn';
import { adam, freshState, sgd, traceStep, type UpdatedTrace, type UpdateRule } from '$lib/optim';
import { randomTensor } from '../gradient';

/** What the second half of a small network's trunk can be. */
export const blockNames = [
  'convolution',
  'oblong',
  'grouped',
  'sparse',
  'batch norm',
  'batch norm in training',
  'dropout in training',
  'residual',
  'residual with a shortcut',
  'residual in a residual',
  'global average',
  'distances, equation 8',
  'distances, equation 9',
] as const;

/** What a small random network is drawn from, but for its block. */
const drawnNetworks = fc.record({
  seed: fc.nat(10_000),
  side: fc.integer({ min: 8, max: 9 }),
  inChannels: fc.integer({ min: 1, max: 2 }),
  outChannels: fc.integer({ min: 1, max: 3 }),
  kernelSize: fc.integer({ min: 1, max: 3 }),
  stride: fc.integer({ min: 1, max: 2 }),
  padding: fc.integer({ min: 0, max: 2 }),
  dilation: fc.integer({ min: 1, max: 2 }),
  pool: fc.constantFrom(
    'max',
    'avg',
    'overlapping max',
    'overlapping avg',
    'spread max',
    'hanging max',
    'hanging avg',
    'subsampling',
  ),
  activation: fc.constantFrom('relu', 'tanh', 'sigmoid', 'leakyRelu', 'scaledTanh'),
  rule: fc.constantFrom('sgd', 'momentum', 'nesterov', 'adam'),
});

/** How the numbers of a network go bad: some are not numbers, some infinite, or many are equal. */
export const blowUps = fc.constantFrom('notANumber', 'infinite', 'minusInfinite', 'ties');

type BlowUp = Drawn<typeof blowUps>;

/** What becomes of some of the numbers; of ties all are whole, so that most windows have several maxima. */
const spoilers: Record<BlowUp, (value: number, hit: boolean) => number> = {
  notANumber: (value, hit) => (hit ? NaN : value),
  infinite: (value, hit) => (hit ? Infinity : value),
  minusInfinite: (value, hit) => (hit ? -Infinity : value),
  ties: Math.round,
};

interface SmallNetwork extends Drawn<typeof drawnNetworks> {
  readonly block: (typeof blockNames)[number];
}

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** Small random networks with this block. */
export function smallNetworksWith(block: SmallNetwork['block']): fc.Arbitrary<SmallNetwork> {
  return drawnNetworks.map((drawn) => ({ ...drawn, block }));
}

const rules: Record<SmallNetwork['rule'], UpdateRule> = {
  sgd: sgd({ lr: 0.1 }),
  momentum: sgd({ lr: 0.1, momentum: 0.9, weightDecay: 0.01 }),
  nesterov: sgd({ lr: 0.1, momentum: 0.9, nesterov: true }),
  adam: adam({ lr: 0.01, weightDecay: 0.01 }),
};

/** What stands between the two convolutions, which `channels` maps come to. */
const pools: Record<SmallNetwork['pool'], (channels: number, generator: Generator) => Module> = {
  max: () => new MaxPool2d({ kernelSize: 2 }),
  avg: () => new AvgPool2d({ kernelSize: 2 }),
  'overlapping max': () => new MaxPool2d({ kernelSize: 2, stride: 1 }),
  'overlapping avg': () => new AvgPool2d({ kernelSize: 3, stride: 1, padding: 1 }),
  'spread max': () => new MaxPool2d({ kernelSize: 2, stride: 1, padding: 1, dilation: 2 }),
  'hanging max': () => new MaxPool2d({ kernelSize: [2, 1], stride: [2, 3], ceilMode: true }),
  'hanging avg': () => new AvgPool2d({ kernelSize: 2, padding: 1, stride: 2, ceilMode: true }),
  subsampling: (channels, generator) => new Subsample2d({ channels, kernelSize: 2, generator }),
};

const activations = {
  relu: ReLU,
  tanh: Tanh,
  sigmoid: Sigmoid,
  leakyRelu: LeakyReLU,
  scaledTanh: ScaledTanh,
};

/** The second half of a network's trunk, from `inChannels` maps. */
const blocks: Record<
  SmallNetwork['block'],
  (inChannels: number, generator: Generator) => Record<string, Module>
> = {
  convolution: (inChannels, generator) => ({ c3: conv(inChannels, 2, 1, 1, generator) }),
  oblong: (inChannels, generator) => ({
    c3: new Conv2d({
      inChannels,
      outChannels: 2,
      kernelSize: [1, 2],
      stride: [2, 1],
      padding: [1, 2],
      dilation: [1, 2],
      generator,
    }),
  }),
  grouped: (groups, generator) => ({
    c3: new Conv2d({
      inChannels: groups,
      outChannels: 2 * groups,
      kernelSize: 2,
      padding: 'same',
      groups,
      generator,
    }),
  }),
  sparse: (inChannels, generator) => ({
    c3: new SparseConv2d({
      table: [[inChannels - 1], Array.from({ length: inChannels }, (_, c) => c)],
      kernelSize: 2,
      padding: 1,
      generator,
    }),
  }),
  'batch norm': (inChannels, generator) => ({
    c3: conv(inChannels, 2, 1, 0, generator),
    n3: new BatchNorm2d({ numFeatures: 2 }),
  }),
  'batch norm in training': (inChannels, generator) => blocks['batch norm'](inChannels, generator),
  'dropout in training': (inChannels, generator) => ({
    c3: conv(inChannels, 2, 1, 0, generator),
    d3: new Dropout({ p: 0.4, generator }),
  }),
  residual: (inChannels, generator) => ({
    r3: new Residual({
      body: {
        c3: conv(inChannels, inChannels, 3, 1, generator),
        'c3.activation': new ReLU(),
        c4: conv(inChannels, inChannels, 3, 1, generator),
      },
    }),
  }),
  'residual with a shortcut': (inChannels, generator) => ({
    r3: new Residual({
      body: { c3: conv(inChannels, 3, 3, 1, generator) },
      shortcut: { c4: conv(inChannels, 3, 1, 0, generator) },
    }),
    'r3.activation': new LeakyReLU(),
  }),
  'residual in a residual': (inChannels, generator) => ({
    r4: new Residual({ body: blocks.residual(inChannels, generator) }),
  }),
  'global average': (inChannels, generator) => ({
    c3: conv(inChannels, 3, 1, 1, generator),
    p3: new GlobalAvgPool2d(),
  }),
  'distances, equation 8': (inChannels, generator) => blocks.sparse(inChannels, generator),
  'distances, equation 9': (inChannels, generator) => blocks.sparse(inChannels, generator),
};

/** The losses of the networks that end in distances. */
const losses: Partial<Record<SmallNetwork['block'], LossChoice>> = {
  'distances, equation 8': { loss: 'mse' },
  'distances, equation 9': { loss: 'map', j: 3 },
};

/** Three codes of four numbers, each 1 or −1. */
function codes(generator: Generator): Tensor {
  const drawn = randomTensor(generator, [3, 4]);
  return { shape: drawn.shape, data: drawn.data.map((value) => Math.sign(value) || 1) };
}

function conv(
  inChannels: number,
  outChannels: number,
  kernelSize: number,
  padding: number,
  generator: Generator,
): Conv2d {
  return new Conv2d({ inChannels, outChannels, kernelSize, padding, generator });
}

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
  // A parameter that has gone bad spoils whole maps; a few pixels leave windows with sound numbers too.
  const inPicture = how === 'ties' || generator.nextUint32() % 2 === 0;
  const where = inPicture ? 0 : 1 + (generator.nextUint32() % parameters.length);
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
    s2: pools[drawn.pool](outChannels, generator),
    ...blocks[drawn.block](outChannels, generator),
    flatten: new Flatten(),
  };
  const inFeatures = new Sequential(trunk).forward(input).shape[1];
  const loss = losses[drawn.block];
  const output = loss
    ? new EuclideanRbf({ codes: codes(generator) })
    : new Linear({ inFeatures: 4, outFeatures: 3, generator });
  const network = new Sequential(
    {
      ...trunk,
      f5: new Linear({ inFeatures, outFeatures: 4, generator }),
      'f5.activation': new Activation(),
      output,
    },
    loss,
  );
  network.training = drawn.block.endsWith('training');
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
  network.loadStateDict({ ...network.stateDict(), ...first.updated });
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
