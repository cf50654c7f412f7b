import { offsetOf } from '../tensor';
import { placeOf, tensorOf, type Trace } from '../trace/trace';
import { isOfParameter, sampleOfState } from '../trace/place';
import type { Ref, Reference } from '../rules/operand';
import { indexed, inp, out, texNumber } from '../rules/tex';
import { numbersOf, operandsOf } from './evaluate';
import { writtenBy, type Written } from './explainers';
import { formatRef, hasRef, refShape } from './ref';
import type { LeafRule, Rule } from './rule';
import { symbolOf } from './update';

/** What made one number of a trace. */
export interface Explanation {
  readonly ref: Ref;
  readonly value: number;
  readonly rule: Rule;
  /** The rule in TeX, in symbols, with the macros of `ui/tex`. */
  readonly symbols: string;
  /** Its right side with this number's values; of a long sum only the largest terms. */
  readonly numbers: string;
}

/** Numbers of one tensor that all have the same number among their operands. */
export interface Use {
  readonly tensor: string;
  readonly refs: readonly Ref[];
}

/**
 * What made this number: its value, the rule, and the rule's operands, each another number of the
 * trace or a named constant. `evaluate(rule)` gives the value; following references ends at pixels,
 * initial parameters, the label, and what the optimiser remembered. Throws if there is no such number.
 */
export function explain(trace: Trace, ref: Ref): Explanation {
  expectRef('explain', trace, ref);
  const value = tensorOf(trace, ref.tensor).data[offsetOf(refShape(trace, ref.tensor), ref.index)];
  const written = writerOf(trace, ref.tensor);
  const rule = written ? written.explainer.rule(ref.index) : leafOf(trace, ref.tensor);
  const symbols = written ? written.explainer.symbols(ref.index) : leafSymbol(trace, ref, rule);
  const numbers = rule.kind === 'leaf' ? texNumber(value) : numbersOf(rule);
  return { ref, value, rule, symbols, numbers };
}

/**
 * What this number went into: the inverse of `explain`, tensor by tensor in the order of the steps.
 * Throws if there is no such number.
 */
export function uses(trace: Trace, ref: Ref): Use[] {
  expectRef('uses', trace, ref);
  return trace.steps
    .filter(({ reads, writes }) => reads.includes(ref.tensor) || writes.includes(ref.tensor))
    .flatMap((step) => writtenBy(trace, step))
    .filter(({ reads }) => reads.includes(ref.tensor))
    .map(({ tensor, reads, explainer }) => ({
      tensor,
      refs: explainer
        .users(reads.indexOf(ref.tensor), ref.index)
        .map((index) => ({ tensor, index })),
    }))
    .filter(({ refs }) => refs.length > 0);
}

/** The other numbers of the trace that a rule is applied to, without constants and padding. */
export function referencesOf(rule: Rule): Reference[] {
  return operandsOf(rule).filter((operand) => operand.kind === 'reference');
}

function writerOf(trace: Trace, tensor: string): Written | undefined {
  const step = trace.steps.find(({ writes }) => writes.includes(tensor));
  return step && writtenBy(trace, step).find((written) => written.tensor === tensor);
}

function leafOf(trace: Trace, tensor: string): LeafRule {
  const { layer, part, state } = placeOf(trace, tensor);
  if (part === undefined) return { kind: 'leaf', leaf: layer === 'input' ? 'pixel' : 'label' };
  if (state !== undefined) {
    return {
      kind: 'leaf',
      leaf: sampleOfState(state) === undefined ? 'earlierState' : 'sampleCurvature',
    };
  }
  if (trace.parameters.includes(tensor)) return { kind: 'leaf', leaf: 'parameter' };
  return { kind: 'leaf', leaf: part === 'weight' ? 'code' : 'statistic' };
}

function leafSymbol(trace: Trace, { tensor, index }: Ref, rule: Rule): string {
  if (isOfParameter(placeOf(trace, tensor))) return symbolOf(trace, tensor, index);
  return rule.kind === 'leaf' && rule.leaf === 'pixel' ? inp(indexed('x', index)) : out('t');
}

function expectRef(caller: string, trace: Trace, ref: Ref): void {
  if (hasRef(trace, ref)) return;
  throw new Error(`${caller}: unknown number: ${formatRef(ref)}`);
}
