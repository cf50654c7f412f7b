import {
  explain,
  formatRef,
  placeOf,
  referencesOf,
  type Ref,
  type Rule,
  type Term,
  type Trace,
} from '$lib/nn';
import type { Role } from '$lib/figures/mark';
import type { Highlight } from '../tensor/marks';
import { roleOf } from '../tensor/role';
import type { LayerStep } from './steps';

/** What highlighting depends on. */
interface View {
  readonly trace: Trace;
  readonly step: LayerStep;
  readonly opened: Ref;
  readonly explanation: { readonly rule: Rule };
  readonly pointed?: Ref;
  readonly pointedTerm?: Term;
  readonly pointedRole?: Role;
}

/**
 * What is framed, by tensor: the numbers that made the opened one, and it itself; while the pointer
 * is on another number that the step makes, that one's; and the factors of the pointed product. While
 * the pointer is on a symbol, what has another role than it stands back.
 */
export function highlightsOf(view: View): ReadonlyMap<string, readonly Highlight[]> {
  const { trace, step, pointed, opened, explanation, pointedTerm, pointedRole } = view;
  const previewed = pointed && step.writes.includes(pointed.tensor) ? pointed : undefined;
  const { rule } = previewed ? explain(trace, previewed) : explanation;
  const found = new Map<string, Highlight[]>();
  const add = (tensor: string, { role, indices }: Highlight) => {
    const highlight = { role, indices, faint: pointedRole !== undefined && role !== pointedRole };
    const others = found.get(tensor);
    if (others) others.push(highlight);
    else found.set(tensor, [highlight]);
  };

  const operands = new Map<string, { role: Highlight['role']; indices: (readonly number[])[] }>();
  for (const { ref, role } of referencesOf(rule)) {
    const known = operands.get(ref.tensor);
    if (known) known.indices.push(ref.index);
    else operands.set(ref.tensor, { role, indices: [ref.index] });
  }
  for (const [tensor, highlight] of operands) add(tensor, highlight);

  const { tensor, index } = previewed ?? opened;
  add(tensor, { role: roleOf(placeOf(trace, tensor), true), indices: [index] });
  for (const factor of pointedTerm?.factors ?? []) {
    if (factor.kind !== 'reference') continue;
    add(factor.ref.tensor, { role: factor.role, indices: [factor.ref.index] });
  }
  return found;
}

/** The terms of a sum by every number that is a factor in one; the first, where there are several. */
export function termsByRef(rule: Rule): ReadonlyMap<string, Term> {
  const found = new Map<string, Term>();
  if (rule.kind !== 'sum') return found;
  for (const term of rule.terms) {
    for (const factor of term.factors) {
      if (factor.kind !== 'reference') continue;
      const key = formatRef(factor.ref);
      if (!found.has(key)) found.set(key, term);
    }
  }
  return found;
}
