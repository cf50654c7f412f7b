import { hasRef, parseRef, refShape, type Ref, type Trace } from '$lib/nn';

/** What was read from a field, or why nothing was. */
export type Reading<Value, Problem> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Why a text names no parameter. */
export type WeightProblem =
  | { readonly reason: 'nonsense' }
  | { readonly reason: 'unknown'; readonly tensor: string; readonly known: readonly string[] }
  | { readonly reason: 'computed'; readonly tensor: string }
  | { readonly reason: 'axes'; readonly tensor: string; readonly shape: readonly number[] }
  | {
      readonly reason: 'outside';
      readonly tensor: string;
      /** Which of its numbers is too large, from 1; that number; and the largest there is. */
      readonly position: number;
      readonly asked: number;
      readonly largest: number;
    };

/** The parameter that a text such as `c3.weight[7,2,1,1]` names. */
export function readWeight(trace: Trace, text: string): Reading<Ref, WeightProblem> {
  const ref = parseRef(text);
  if (!ref) return problem({ reason: 'nonsense' });
  const { tensor, index } = ref;
  if (!trace.tensors.has(tensor)) {
    return problem({ reason: 'unknown', tensor, known: trace.parameters });
  }
  if (!trace.parameters.includes(tensor)) return problem({ reason: 'computed', tensor });
  if (hasRef(trace, ref)) return { kind: 'read', value: ref };
  const shape = refShape(trace, tensor);
  const axis = index.findIndex((at, i) => at >= shape[i]);
  if (index.length !== shape.length || axis === -1) {
    return problem({ reason: 'axes', tensor, shape });
  }
  return problem({
    reason: 'outside',
    tensor,
    position: axis + 1,
    asked: index[axis],
    largest: shape[axis] - 1,
  });
}

/** Why a text is no usable ε. */
export type EpsilonProblem = 'nonsense' | 'zero' | 'negative' | 'tiny' | 'huge';

/** The ε that can be used. */
export const epsilonRange = { least: 1e-12, greatest: 1 } as const;

/** The ε that a text such as `1e-5` or `0.001` spells. */
export function readEpsilon(text: string): Reading<number, EpsilonProblem> {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isNaN(value)) return problem('nonsense');
  if (value === 0) return problem('zero');
  if (value < 0) return problem('negative');
  if (value < epsilonRange.least) return problem('tiny');
  return value > epsilonRange.greatest ? problem('huge') : { kind: 'read', value };
}

/** An ε in as few characters as it takes: `1e-5`, `0.018`. */
export function formatEpsilon(epsilon: number): string {
  const rounded = Number(epsilon.toPrecision(3));
  return rounded >= 1e-3 ? String(rounded) : rounded.toExponential();
}

function problem<Problem>(of: Problem): { readonly kind: 'problem'; readonly problem: Problem } {
  return { kind: 'problem', problem: of };
}
