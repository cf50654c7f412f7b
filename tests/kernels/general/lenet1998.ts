import type { ParameterValues } from '$lib/kernels';
import { c3Table } from '$lib/network';
import golden from '../../golden/lenet98.json';

/** What was computed of one array: its sum, norm and extremes, and some entries by their index. */
export interface Summary {
  readonly n: number;
  readonly sum: number;
  readonly norm: number;
  readonly min: number;
  readonly max: number;
  readonly at: Readonly<Record<string, number>>;
}

/** The names that the golden case gives to parameters, and this project's. */
const names: Readonly<Record<string, string>> = {
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

/** The golden case's order: each parameter's first and last index among all 60,000. */
const order = golden.order as [string, number, number][];

/** mulberry32: numbers from 0 to 1. */
function* uniform(seed: number): Generator<number, never> {
  for (let a = seed; ;) {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = ((t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t) >>> 0;
    yield ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** How many inputs the unit of a parameter sums, by its place among all. */
function fanIn(place: number): number {
  if (place < 156) return 25;
  if (place < 168) return 4;
  if (place < 1668) {
    const owners = c3Table.flatMap((maps) => maps.map(() => maps.length));
    return 25 * owners[Math.floor((place - 168) / 25)];
  }
  if (place < 1684) return 25 * c3Table[place - 1668].length;
  if (place < 1716) return 4;
  return place < 49_836 ? 400 : 120;
}

/** The weights that a golden case begins with. */
export function goldenWeights(kind: 'F' | 'sqrt'): ParameterValues {
  const random = uniform(1998);
  const all = Float64Array.from({ length: 60_000 }, (_, place) => {
    const fan = fanIn(place);
    return ((2 * random.next().value - 1) * 2.4) / (kind === 'F' ? fan : Math.sqrt(fan));
  });
  return Object.fromEntries(
    order.map(([block, from, to]) => [names[block], all.slice(from, to)] as const),
  );
}

/** The parameters of a summary by this project's names. */
export function summariesOf(
  blocks: Readonly<Record<string, Summary>>,
): [name: string, summary: Summary][] {
  return Object.entries(blocks).map(([block, summary]) => [names[block], summary]);
}

/** How far an array is from its summary, relative to its norm, and each entry to the largest. */
export function distanceFrom(
  values: Float64Array,
  { n, sum, norm, min, max, at }: Summary,
): number {
  const largest = Math.max(Math.abs(min), Math.abs(max));
  const ownNorm = Math.hypot(...values);
  const entries = Object.entries(at).map(
    ([index, value]) => Math.abs(values[Number(index)] - value) / largest,
  );
  const total = values.reduce((all, value) => all + value, 0);
  return Math.max(
    values.length === n ? 0 : Infinity,
    Math.abs(ownNorm / norm - 1),
    Math.abs(total - sum) / (norm * Math.sqrt(n)),
    Math.abs(Math.min(...values) - min) / largest,
    Math.abs(Math.max(...values) - max) / largest,
    ...entries,
  );
}

export { golden };
