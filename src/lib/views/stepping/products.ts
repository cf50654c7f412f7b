import type { Reference, SumRule, Term } from '$lib/nn';
import { fold } from '../tensor/layout';

/** A sum's products as a picture: they lie like the numbers that one of their factors comes from. */
export interface ProductGrid {
  readonly maps: number;
  readonly rows: number;
  readonly columns: number;
  /** `[maps, rows, columns]`; 0 where there is no product. */
  readonly values: Float64Array;
  /** The term in each cell. */
  readonly terms: readonly (Term | undefined)[];
  /** What the products of each map add up to. */
  readonly sums: readonly number[];
  /** The number of each map in its tensor: the channel. */
  readonly names: readonly number[];
}

/** The bias among a sum's terms, and the products besides it. */
export function splitBias({ terms }: SumRule): { bias?: Term; products: readonly Term[] } {
  const isBias = ({ factors }: Term) => factors.length === 1 && roleOfFirst(factors) === 'bias';
  return { bias: terms.find(isBias), products: terms.filter((each) => !isBias(each)) };
}

function roleOfFirst([first]: Term['factors']) {
  return first.kind === 'constant' ? undefined : first.role;
}

/** The least products that are worth a picture. */
const leastProducts = 4;

/**
 * The products as maps of rows and columns, taken from the axes along which one of their factors runs
 * (for a convolution its weights: channel, row, column). Nothing for a few products, which a line shows
 * better, or where no factor runs along an axis.
 */
export function productGrid(products: readonly Term[]): ProductGrid | undefined {
  if (products.length < leastProducts) return undefined;
  const { places, low, lengths } = runningFactor(products);
  if (lengths.length === 0) return undefined;
  const [maps, rows, columns] = shapeOf(lengths);
  const values = new Float64Array(maps * rows * columns);
  const terms: (Term | undefined)[] = new Array(values.length).fill(undefined);
  const sums = new Array<number>(maps).fill(0);
  products.forEach((term, i) => {
    const at = places[i].reduce((offset, place, axis) => offset * lengths[axis] + place, 0);
    values[at] = term.product;
    terms[at] = term;
    sums[Math.floor(at / (rows * columns))] += term.product;
  });
  const names = sums.map((_, map) => (lengths.length === 3 ? low[0] + map : map));
  return { maps, rows, columns, values, terms, sums, names };
}

function shapeOf(lengths: readonly number[]): readonly [number, number, number] {
  if (lengths.length === 1) return [1, ...fold(lengths[0])];
  if (lengths.length === 2) return [1, lengths[0], lengths[1]];
  return [lengths[0], lengths[1], lengths[2]];
}

interface Running {
  /** Each product's place along the running axes, from 0. */
  readonly places: readonly (readonly number[])[];
  readonly low: readonly number[];
  readonly lengths: readonly number[];
}

/** The factor that runs along most axes from product to product, and where each product stands. */
function runningFactor(products: readonly Term[]): Running {
  const candidates = products[0].factors.flatMap((_, position): Running[] => {
    const factors = products.map(({ factors }) => factors[position]);
    if (!factors.every((factor): factor is Reference => factor.kind === 'reference')) return [];
    return [running(factors.map(({ ref }) => ref.index))];
  });
  const none: Running = { places: [], low: [], lengths: [] };
  return candidates.reduce((best, each) => {
    return each.lengths.length > best.lengths.length ? each : best;
  }, none);
}

function running(indices: readonly (readonly number[])[]): Running {
  const ranges = indices[0].map((_, axis) => {
    const along = indices.map((index) => index[axis]);
    return { axis, low: Math.min(...along), high: Math.max(...along) };
  });
  const moving = ranges.filter(({ low, high }) => high > low);
  return {
    places: indices.map((index) => moving.map(({ axis, low }) => index[axis] - low)),
    low: moving.map(({ low }) => low),
    lengths: moving.map(({ low, high }) => high - low + 1),
  };
}

/** Terms, the largest first, and what the others add up to. */
export function largestTerms(
  terms: readonly Term[],
  count: number,
): { shown: readonly Term[]; others: number; rest: number } {
  const sorted = [...terms].sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const rest = sorted.slice(count).reduce((sum, { product }) => sum + product, 0);
  return { shown: sorted.slice(0, count), others: Math.max(0, sorted.length - count), rest };
}

/** The sum up to and with a term, in the order in which the network adds. */
export function sumUpTo({ terms }: SumRule, term: Term): number {
  let sum = 0;
  for (const each of terms) {
    sum += each.product;
    if (each === term) break;
  }
  return sum;
}
