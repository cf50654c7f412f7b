import { indexAt, type Ref, type Trace, tensorOf } from '$lib/nn';
import { numberAt, type FactorKind, type Way } from './way';

/** A factor of a path, and the number of the trace that it is, or that decides it. */
export interface Factor {
  readonly kind: FactorKind;
  readonly value: number;
  readonly ref: Ref;
}

/** One way from the weight to the loss. */
export interface Path {
  /** The number it passes at each stage, by its place. */
  readonly nodes: readonly number[];
  readonly factors: readonly Factor[];
  /** The factors multiplied: this path's part of the gradient. */
  readonly product: number;
}

/** What all paths come to. */
export interface Blame {
  /** Those with the largest products, the largest first; none whose product is 0. */
  readonly paths: readonly Path[];
  /** The sum over all paths. */
  readonly sum: number;
  /** How many paths there are, and how many of them have no factor 0. */
  readonly count: number;
  readonly alive: number;
}

/** For each number of a stage, the ways from there to the loss. */
interface Suffixes {
  /** Of each number the largest products, `most` places a number, the largest first; 0 for none. */
  readonly products: Float64Array;
  /** For each of these the number of the next stage, which of its ways follows, and the weight between. */
  readonly next: Int32Array;
  readonly rank: Int32Array;
  readonly weight: Int32Array;
  readonly sum: Float64Array;
  readonly count: Float64Array;
  readonly alive: Float64Array;
}

/**
 * The paths of a way, the largest `most` of them in full and all of them in sum; with `through` only those that
 * pass these numbers, by stage. Exact: the sum over all paths is the weight's gradient.
 */
export function blameOf(
  trace: Trace,
  way: Way,
  most: number,
  through: ReadonlyMap<number, number> = new Map(),
): Blame {
  const { stages, starts } = way;
  const reached = reachOf(way, through);
  const suffixes: Suffixes[] = [];
  for (let stage = stages.length - 1; stage >= 0; stage--) {
    suffixes[stage] = suffixesOf(way, stage, reached, suffixes[stage + 1], most);
  }
  const first = suffixes[0];
  const found: { product: number; start: number; rank: number }[] = [];
  let [sum, count, alive] = [0, 0, 0];
  starts.forEach(({ at, factor }, start) => {
    if (!reached[0][at]) return;
    sum += factor * first.sum[at];
    count += first.count[at];
    if (factor !== 0) alive += first.alive[at];
    for (let rank = 0; rank < most; rank++) {
      const product = factor * first.products[at * most + rank];
      if (product === 0) break;
      found.push({ product, start, rank });
    }
  });
  found.sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const paths = found
    .slice(0, most)
    .map(({ start, rank }) => pathOf(trace, way, suffixes, most, start, rank));
  return { paths, sum, count, alive };
}

/** Which numbers of each stage a path can pass. */
function reachOf({ stages, starts }: Way, through: ReadonlyMap<number, number>): Uint8Array[] {
  const size = (stage: number) => stages[stage].shape.reduce((all, axis) => all * axis, 1);
  const reached = stages.map((_, stage) => new Uint8Array(size(stage)));
  const reach = (stage: number, at: number) => {
    const only = through.get(stage);
    if (only === undefined || only === at) reached[stage][at] = 1;
  };
  starts.forEach(({ at }) => reach(0, at));
  for (let stage = 0; stage + 1 < stages.length; stage++) {
    reached[stage].forEach((is, from) => {
      if (is) stages[stage].each(from, (to) => reach(stage + 1, to));
    });
  }
  return reached;
}

function suffixesOf(
  { stages, scores }: Way,
  stage: number,
  reached: readonly Uint8Array[],
  after: Suffixes | undefined,
  most: number,
): Suffixes {
  const size = reached[stage].length;
  const made: Suffixes = {
    products: new Float64Array(size * most),
    next: new Int32Array(size * most),
    rank: new Int32Array(size * most),
    weight: new Int32Array(size * most),
    sum: new Float64Array(size),
    count: new Float64Array(size),
    alive: new Float64Array(size),
  };
  for (let from = 0; from < size; from++) {
    if (!reached[stage][from]) continue;
    if (!after) {
      made.products[from * most] = made.sum[from] = scores[from];
      made.count[from] = 1;
      made.alive[from] = scores[from] === 0 ? 0 : 1;
      continue;
    }
    stages[stage].each(from, (to, factor, weight) => {
      if (!reached[stage + 1][to]) return;
      made.sum[from] += factor * after.sum[to];
      made.count[from] += after.count[to];
      if (factor === 0) return;
      made.alive[from] += after.alive[to];
      for (let rank = 0; rank < most; rank++) {
        const product = factor * after.products[to * most + rank];
        if (!insert(made, from, most, product, to, rank, weight)) break;
      }
    });
  }
  return made;
}

/** Puts a way among the largest of a number; false where it is too small for them. */
function insert(
  { products, next, rank: ranks, weight: weights }: Suffixes,
  from: number,
  most: number,
  product: number,
  to: number,
  rank: number,
  weight: number,
): boolean {
  const [first, last] = [from * most, from * most + most - 1];
  const size = Math.abs(product);
  if (!(size > Math.abs(products[last]))) return false;
  let at = last;
  for (; at > first && Math.abs(products[at - 1]) < size; at--) {
    products[at] = products[at - 1];
    next[at] = next[at - 1];
    ranks[at] = ranks[at - 1];
    weights[at] = weights[at - 1];
  }
  products[at] = product;
  next[at] = to;
  ranks[at] = rank;
  weights[at] = weight;
  return true;
}

function pathOf(
  trace: Trace,
  { stages, starts, source, scores }: Way,
  suffixes: readonly Suffixes[],
  most: number,
  start: number,
  startRank: number,
): Path {
  const { at, factor, reads } = starts[start];
  const nodes = [at];
  const factors: Factor[] = [{ kind: 'reads', value: factor, ref: numberAt(source, reads) }];
  let rank = startRank;
  for (let stage = 0; stage + 1 < stages.length; stage++) {
    const from = nodes[stage];
    const entry = from * most + rank;
    const to = suffixes[stage].next[entry];
    const weight = suffixes[stage].weight[entry];
    const { kind, weights } = stages[stage];
    if (weights !== undefined) {
      const { shape, data } = tensorOf(trace, weights);
      factors.push({
        kind,
        value: data[weight],
        ref: { tensor: weights, index: indexAt(shape, weight) },
      });
    } else {
      // A path without a factor 0: its ReLUs are open, its numbers the largest of their windows.
      const ref = numberAt(
        stages[kind === 'largest' ? stage + 1 : stage],
        kind === 'largest' ? to : from,
      );
      factors.push({ kind, value: 1, ref });
    }
    rank = suffixes[stage].rank[entry];
    nodes.push(to);
  }
  const last = numberAt(stages[stages.length - 1], nodes[nodes.length - 1]);
  factors.push({
    kind: 'score',
    value: scores[nodes[nodes.length - 1]],
    ref: { tensor: `${last.tensor}.grad`, index: last.index },
  });
  const product = factors.reduce((all, each) => all * each.value, 1);
  return { nodes, factors, product };
}
