import type { Rule, SumRule, Term } from '$lib/nn';
import { productGrid, splitBias } from '../stepping/products';

/** What the terms of one part of a sum have in common: an input map, a row of the window, units. */
export type PartKind = 'map' | 'row' | 'units';

/** One part of a number: its terms as they lie, and what they add up to. */
export interface Part {
  readonly kind: PartKind;
  /** Which map or row; of units, the first and the last. */
  readonly first: number;
  readonly last: number;
  /** `[rows, columns]` of products. */
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  readonly terms: readonly (Term | undefined)[];
  readonly sum: number;
}

/** How a sum is made, part by part, in the order of what it reads. */
export interface SumParts {
  readonly parts: readonly Part[];
  readonly bias?: Term;
}

/**
 * The parts of a sum: its products map by map, or, where one map is read, row by row of the window, or
 * so many units at a time. Throws where its products do not lie along an axis.
 */
export function partsOf(rule: SumRule): SumParts {
  const { bias, products } = splitBias(rule);
  const grid = productGrid(products);
  if (!grid) throw new Error('partsOf: the products lie along no axis');
  const { maps, rows, columns, values, terms, names } = grid;
  const isByMap = maps > 1;
  const isUnits = !isByMap && isAlongOneAxis(products);
  const [count, size] = isByMap ? [maps, rows * columns] : [rows, columns];
  const parts = Array.from({ length: count }, (_, at): Part => {
    const [start, end] = [at * size, (at + 1) * size];
    const own = values.slice(start, end);
    const name = isByMap ? names[at] : at;
    return {
      kind: isByMap ? 'map' : isUnits ? 'units' : 'row',
      first: isUnits ? start : name,
      last: isUnits ? end - 1 : name,
      rows: isByMap ? rows : 1,
      columns,
      values: own,
      terms: terms.slice(start, end),
      sum: own.reduce((sum, value) => sum + value, 0),
    };
  });
  return { parts, bias };
}

/** Whether what is weighed has one axis alone: units, not the pixels of a map. */
const isAlongOneAxis = (products: readonly Term[]) =>
  products[0].factors.some(
    (factor) =>
      factor.kind === 'reference' && factor.role === 'input' && factor.ref.index.length === 1,
  );

/** A step of a staircase: from one height to the next, as shares of the whole range from below. */
export interface Stair {
  readonly low: number;
  readonly high: number;
  /** Where the sum stands after it. */
  readonly end: number;
}

/** A staircase of addends, and the whole beside it; all heights are shares of one range that holds 0. */
export interface Staircase {
  readonly steps: readonly Stair[];
  readonly total: Stair;
  readonly zero: number;
}

/** The staircase that addends climb from 0 to their sum; flat on the ground where all are 0. */
export function climb(addends: readonly number[]): Staircase {
  let sum = 0;
  const sums = addends.map((addend) => (sum += addend));
  const bottom = Math.min(0, ...sums);
  const range = Math.max(0, ...sums) - bottom || 1;
  const share = (value: number) => (value - bottom) / range;
  const stair = (from: number, to: number): Stair => ({
    low: share(Math.min(from, to)),
    high: share(Math.max(from, to)),
    end: share(to),
  });
  return {
    steps: sums.map((end, at) => stair(at === 0 ? 0 : sums[at - 1], end)),
    total: stair(0, sum),
    zero: share(0),
  };
}

/** The numbers of which a maximum is the largest, in the order in which they lie. */
export function candidatesOf(rule: Extract<Rule, { kind: 'maximum' }>) {
  const all = [rule.winner, ...rule.losers];
  return all.sort((a, b) => {
    const at = a.ref.index.findIndex((axis, i) => axis !== b.ref.index[i]);
    return at < 0 ? 0 : a.ref.index[at] - b.ref.index[at];
  });
}
