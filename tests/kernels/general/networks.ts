import type {
  Activation,
  Convolution,
  Layer,
  NamedLayer,
  Network,
  Pooling,
  SparseConvolution,
} from '$lib/network';

/** Layers with PyTorch's defaults, for networks in a line each. */
export const conv = (
  outChannels: number,
  size: number,
  more: Partial<Convolution> = {},
): Layer => ({
  kind: 'conv',
  outChannels,
  kernelSize: [size, size],
  stride: [1, 1],
  padding: [0, 0],
  dilation: [1, 1],
  groups: 1,
  bias: true,
  ...more,
});
export const pool = (kind: Pooling['kind'], more: Partial<Pooling> = {}): Layer => ({
  kind,
  kernelSize: [2, 2],
  stride: [2, 2],
  padding: [0, 0],
  dilation: [1, 1],
  ceilMode: false,
  ...more,
});
export const sparse = (
  table: readonly (readonly number[])[],
  more: Partial<SparseConvolution> = {},
): Layer => ({
  kind: 'sparse',
  table,
  kernelSize: [3, 3],
  stride: [1, 1],
  padding: [0, 0],
  dilation: [1, 1],
  bias: true,
  ...more,
});
export const linear = (outChannels: number): Layer => ({ kind: 'linear', outChannels, bias: true });
export const act = (name: Activation['name'], negativeSlope?: number): Layer => ({
  kind: 'activation',
  name,
  ...(negativeSlope !== undefined && { negativeSlope }),
});

const named = (layers: Record<string, Layer>): NamedLayer[] =>
  Object.entries(layers).map(([name, layer]) => ({ name, layer }));

/** A network over digits of [1, side, side]. */
export const network = (layers: Record<string, Layer>, side = 28): Network => ({
  input: [1, side, side],
  layers: named(layers),
  loss: 'crossEntropy',
});

/** LeNet-5 over 32 × 32, as the article has it. */
export const lenet5 = (name: Activation['name'], kind: Pooling['kind']): Network =>
  network(
    {
      c1: conv(6, 5),
      'c1.activation': act(name),
      s2: pool(kind),
      c3: conv(16, 5),
      'c3.activation': act(name),
      s4: pool(kind),
      c5: linear(120),
      'c5.activation': act(name),
      f6: linear(84),
      'f6.activation': act(name),
      output: linear(10),
    },
    32,
  );

const small: Layer = conv(8, 3, { padding: [1, 1] });

/** The paper's networks as chains. */
const lenet1 = network({
  h1: conv(4, 5),
  'h1.activation': act('ScaledTanh'),
  h2: { kind: 'subsample', kernelSize: [2, 2], stride: [2, 2], padding: [0, 0], dilation: [1, 1] },
  'h2.activation': act('ScaledTanh'),
  h3: conv(12, 5),
  'h3.activation': act('ScaledTanh'),
  h4: { kind: 'subsample', kernelSize: [2, 2], stride: [2, 2], padding: [0, 0], dilation: [1, 1] },
  'h4.activation': act('ScaledTanh'),
  output: linear(10),
});
const lenet4 = network(
  {
    c1: conv(4, 5),
    'c1.activation': act('Tanh'),
    s2: pool('averagePool'),
    c3: conv(16, 5),
    'c3.activation': act('Tanh'),
    s4: pool('averagePool'),
    f5: linear(120),
    'f5.activation': act('Tanh'),
    output: linear(10),
  },
  32,
);

/** A third layer by a table in no order, one by a table with strides and a border, a kernel as large as its maps. */
const byTables = network(
  {
    c1: conv(6, 5),
    'c1.activation': act('ScaledTanh'),
    s2: {
      kind: 'subsample',
      kernelSize: [2, 2],
      stride: [2, 2],
      padding: [0, 0],
      dilation: [1, 1],
    },
    'c3.before': act('ScaledTanh'),
    c3: sparse([[0, 1, 2], [5, 3], [1, 4], [2], [0, 1, 2, 3, 4, 5]], {
      kernelSize: [3, 2],
      stride: [2, 1],
      padding: [1, 0],
    }),
    'c3.activation': act('Tanh'),
    c4: sparse([[0], [4], [2, 1], [3], [1], [0, 4], [1, 2], [3], [2, 3]], { bias: false }),
    'c4.activation': act('ScaledTanh'),
    c5: conv(11, 5, { kernelSize: [5, 11] }),
    'c5.activation': act('ScaledTanh'),
    output: linear(10),
  },
  32,
);

/** LeNet as "Dive into Deep Learning" has it. */
const d2l = network({
  c1: conv(6, 5, { padding: [2, 2] }),
  'c1.activation': act('Sigmoid'),
  s2: pool('averagePool'),
  c3: conv(16, 5),
  'c3.activation': act('Sigmoid'),
  s4: pool('averagePool'),
  c5: linear(120),
  'c5.activation': act('Sigmoid'),
  f6: linear(84),
  'f6.activation': act('Sigmoid'),
  output: linear(10),
});

/** Every setting that a window has, and what else a chain may hold. */
const everySetting = network({
  c1: conv(6, 3, { kernelSize: [3, 5], stride: [2, 1], padding: [0, 2], dilation: [2, 1] }),
  'c1.activation': act('LeakyReLU', 0.1),
  s2: pool('maxPool', { kernelSize: [3, 2], stride: [2, 3], padding: [1, 0], ceilMode: true }),
  c3: conv(9, 3, { groups: 3, padding: 'same', bias: false }),
  'c3.activation': act('Tanh'),
  s4: pool('averagePool', { kernelSize: [2, 3], stride: [2, 2], padding: [0, 1], ceilMode: true }),
  c5: conv(9, 2, { groups: 9, dilation: [1, 2] }),
  'c5.activation': act('ReLU'),
  f6: linear(21),
  'f6.activation': act('Sigmoid'),
  output: linear(10),
});

/** So many weighted layers: a first convolution, blocks of two of 8 maps on 7 × 7, a last layer. */
function deep(depth: number, isResidual: boolean, normalizes: boolean): Network {
  const normalized = (name: string): Record<string, Layer> =>
    normalizes ? { [name]: { kind: 'batchNorm' } } : {};
  const blocks: Record<string, Layer> = {};
  for (let block = 1; block <= (depth - 2) / 2; block++) {
    const body = {
      [`b${block}a`]: small,
      ...normalized(`n${block}a`),
      [`b${block}a.activation`]: act('ReLU'),
      [`b${block}b`]: small,
      ...normalized(`n${block}b`),
    };
    if (isResidual) blocks[`b${block}`] = { kind: 'residual', body: named(body) };
    else Object.assign(blocks, body);
    blocks[`b${block}.activation`] = act('ReLU');
  }
  return network({
    c1: small,
    ...normalized('n1'),
    'c1.activation': act('ReLU'),
    s1: pool('maxPool'),
    s2: pool('maxPool'),
    ...blocks,
    output: linear(10),
  });
}

/** Shortcuts that are layers too, a block in a block, and a block whose first layer is a nonlinearity. */
const branches = network({
  c1: conv(5, 5, { stride: [2, 2] }),
  r2: {
    kind: 'residual',
    body: named({
      'r2p.activation': act('ReLU'),
      r2a: conv(7, 3, { padding: [1, 1], stride: [2, 2] }),
      r2i: {
        kind: 'residual',
        body: named({
          'r2t.activation': act('Tanh'),
          r2b: conv(7, 1),
          'r2b.activation': act('Tanh'),
        }),
      },
      'r2i.activation': act('ReLU'),
    }),
    shortcut: named({ r2s: conv(7, 1, { stride: [2, 2] }), r2n: { kind: 'batchNorm' } }),
  },
  'r2.activation': act('LeakyReLU'),
  g: { kind: 'globalAveragePool' },
  output: linear(10),
});

const activations = ['ReLU', 'Tanh', 'ScaledTanh', 'Sigmoid', 'LeakyReLU'] as const;
const poolings = ['maxPool', 'averagePool'] as const;

/** The networks that every engine is tested with, by a name. */
export const networks: Readonly<Record<string, Network>> = {
  'LeNet-1': lenet1,
  'LeNet-4': lenet4,
  ...Object.fromEntries(
    activations.flatMap((name) =>
      poolings.map((kind) => [`LeNet-5, ${name}, ${kind}`, lenet5(name, kind)]),
    ),
  ),
  'd2l’s LeNet': d2l,
  'every setting': everySetting,
  'by tables': byTables,
  branches,
  'plain, 20 layers': deep(20, false, false),
  'residual, 20 layers': deep(20, true, false),
  'plain, 20 layers, normalised': deep(20, false, true),
  'residual, 20 layers, normalised': deep(20, true, true),
};
