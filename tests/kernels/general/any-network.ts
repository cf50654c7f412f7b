import * as fc from 'fast-check';
import { measureChain } from '$lib/arithmetic';
import { planProblem } from '$lib/kernels';
import type { Layer, NamedLayer, Network, Shape } from '$lib/network';
import { act, linear } from './networks';

const pairOf = (from: number, to: number) =>
  fc.tuple(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: to }));

const window = {
  kernelSize: pairOf(1, 4),
  stride: pairOf(1, 3),
  padding: pairOf(0, 2),
  dilation: pairOf(1, 2),
};

const convolution: fc.Arbitrary<Layer> = fc
  .record({
    ...window,
    outGroup: fc.integer({ min: 1, max: 7 }),
    groups: fc.constantFrom(1, 1, 1, 2, 3),
    bias: fc.boolean(),
  })
  .map(({ outGroup, groups, ...more }) => ({
    kind: 'conv',
    outChannels: outGroup * groups,
    groups,
    ...more,
  }));

const activation: fc.Arbitrary<Layer> = fc.constantFrom(
  act('ReLU'),
  act('LeakyReLU', 0.2),
  act('Tanh'),
  act('Sigmoid'),
  act('ScaledTanh'),
);

/** Each map sees some of the first two maps that it reads, in any order. */
const byTable: fc.Arbitrary<Layer> = fc
  .record({
    ...window,
    table: fc.array(fc.constantFrom([0], [1], [1, 0], [0, 1]), { minLength: 1, maxLength: 9 }),
    bias: fc.boolean(),
  })
  .map((sparse) => ({ kind: 'sparse', ...sparse }));

const plain: fc.Arbitrary<Layer> = fc.oneof(
  { weight: 3, arbitrary: convolution },
  { weight: 3, arbitrary: activation },
  fc.record({
    kind: fc.constantFrom('maxPool' as const, 'averagePool' as const),
    ...window,
    ceilMode: fc.boolean(),
  }),
  byTable,
  fc.record({ kind: fc.constant('subsample' as const), ...window }),
  fc.constant<Layer>({ kind: 'batchNorm' }),
);

/** A block whose body keeps the shape of what it reads, with a shortcut of its own or none. */
const block = fc.record({
  inner: fc.array(activation, { maxLength: 2 }),
  normalizes: fc.boolean(),
  shortcut: fc.constantFrom('none', 'convolution', 'activation'),
  ending: fc.boolean(),
});

const same = (outChannels: number, size: number): Layer => ({
  kind: 'conv',
  outChannels,
  kernelSize: [size, size],
  stride: [1, 1],
  padding: 'same',
  dilation: [1, 1],
  groups: 1,
  bias: true,
});

type Step = Layer | { readonly kind: 'block'; readonly from: BlockPlan };
type BlockPlan = typeof block extends fc.Arbitrary<infer Plan> ? Plan : never;

function residual(
  { inner, normalizes, shortcut, ending }: BlockPlan,
  [channels]: Shape,
  number: number,
): Layer {
  const named = (layers: readonly Layer[], way: string): NamedLayer[] =>
    layers.map((layer, i) => ({ name: `r${number}${way}${i}`, layer }));
  const body: Layer[] = [...inner, same(channels, 3)];
  if (normalizes) body.push({ kind: 'batchNorm' });
  if (ending) body.push(act('Tanh'));
  const ways: Record<string, Layer[]> = {
    none: [],
    convolution: [same(channels, 1)],
    activation: [act('ReLU'), same(channels, 1), act('Sigmoid')],
  };
  return { kind: 'residual', body: named(body, 'b'), shortcut: named(ways[shortcut], 's') };
}

/** Lays out steps one after the other, without those that do not fit where they come. */
function fitted(steps: readonly Step[], side: number): Network {
  const input: Shape = [1, side, side];
  const layers: NamedLayer[] = [];
  let shape = input;
  steps.forEach((step, number) => {
    const layer = step.kind === 'block' ? residual(step.from, shape, number) : step;
    const made = measureChain([{ name: 'x', layer }], shape);
    if (!made.ok) return;
    const [, height, width] = made.value[0].measure.output;
    // The statistics of a single number a map would differ by rounding alone.
    if (layer.kind === 'batchNorm' && height * width < 4) return;
    layers.push({ name: `l${number}`, layer });
    shape = made.value[0].measure.output;
  });
  return {
    input,
    layers: [...layers, { name: 'output', layer: linear(10) }],
    loss: 'crossEntropy',
  };
}

/** Networks over digits that the general engine runs, of any of its layers. */
export const anyNetwork: fc.Arbitrary<Network> = fc
  .record({
    steps: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: plain },
        block.map((from): Step => ({ kind: 'block', from })),
      ),
      { minLength: 1, maxLength: 7 },
    ),
    side: fc.constantFrom(28, 28, 30, 32),
  })
  .map(({ steps, side }) => fitted(steps, side))
  .filter((network) => planProblem(network) === undefined);
