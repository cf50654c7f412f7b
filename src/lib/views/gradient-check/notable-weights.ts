import { formatRef, gradOf, indexAt, nameOf, placeOf, tensorOf, type Trace } from '$lib/nn';

/**
 * Weights that each show one thing. `steepest`: the largest gradient of all. `shared`: the largest
 * of the first layer, whose weights every place of the picture uses, so that many kinks follow.
 * `last`: the largest of the last layer, after which there are none. `faint`: the least gradient
 * that is not 0. `still`: a gradient of exactly 0.
 */
export const notables = ['steepest', 'shared', 'last', 'faint', 'still'] as const;
export type Notable = (typeof notables)[number];

/** The notable weights of a trace as references; one that it does not have is left out. */
export function notableWeights(trace: Trace): ReadonlyMap<Notable, string> {
  const weights = trace.parameters.filter((name) => placeOf(trace, name).part === 'weight');
  const isSize = (magnitude: number) => magnitude;
  const found: Record<Notable, string | undefined> = {
    steepest: pick(trace, weights, isSize),
    shared: pick(trace, weights.slice(0, 1), isSize),
    last: pick(trace, weights.slice(-1), isSize),
    faint: pick(trace, weights, (magnitude) => (magnitude > 0 ? -magnitude : undefined)),
    still: pick(trace, weights, (magnitude) => (magnitude === 0 ? 0 : undefined)),
  };
  return new Map(
    notables.flatMap((notable) => {
      const ref = found[notable];
      return ref === undefined ? [] : [[notable, ref] as const];
    }),
  );
}

/** The first weight with the highest score, which goes by its gradient without the sign. */
function pick(
  trace: Trace,
  names: readonly string[],
  score: (magnitude: number) => number | undefined,
): string | undefined {
  let best: { tensor: string; at: number; score: number } | undefined;
  for (const tensor of names) {
    tensorOf(trace, nameOf(gradOf(placeOf(trace, tensor)))).data.forEach((grad, at) => {
      const reached = score(Math.abs(grad));
      if (reached === undefined || (best && reached <= best.score)) return;
      best = { tensor, at, score: reached };
    });
  }
  if (!best) return undefined;
  const { shape } = tensorOf(trace, best.tensor);
  return formatRef({ tensor: best.tensor, index: indexAt(shape, best.at) });
}
