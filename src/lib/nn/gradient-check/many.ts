import type { Ref } from '../rules/operand';
import { manualSeed, randperm } from '../generator';
import { indexAt } from '../tensor';
import { tensorOf, type Trace } from '../trace/trace';
import { createChecker } from './check';
import { judge, type Judgement, type Verdict } from './judge';

/** Which parameters are checked, and how. */
export interface ManyOptions {
  readonly count: number;
  /** The seed that the parameters are drawn by. */
  readonly seed: number;
  readonly epsilon: number;
}

/** One of the parameters that were checked. */
export interface Judged extends Judgement {
  readonly ref: Ref;
  readonly centralDifference: number;
  readonly analytic: number;
  readonly relativeError: number;
  readonly kinks: number;
}

/** How far a check of many parameters has come. */
export interface ManyProgress {
  readonly done: number;
  readonly total: number;
  /** How many had each verdict; none for a verdict that has not come up. */
  readonly tally: Readonly<Partial<Record<Verdict, number>>>;
  /** The one with the largest relative error, or, before all others, one that nothing excuses. */
  readonly worst: Judged;
}

/** Checks parameters drawn at random, in float64; one report after each. */
export function* checkMany(trace: Trace, options: ManyOptions): Generator<ManyProgress> {
  const refs = drawParameters(trace, options);
  const tally: Partial<Record<Verdict, number>> = {};
  let worst: Judged | undefined;
  for (const [i, ref] of refs.entries()) {
    const judged = checkOne(trace, ref, options.epsilon);
    tally[judged.verdict] = (tally[judged.verdict] ?? 0) + 1;
    if (worst === undefined || isWorse(judged, worst)) worst = judged;
    yield { done: i + 1, total: refs.length, tally: { ...tally }, worst };
  }
}

/**
 * Different parameters at random, the tensors taking turns, so that C5 with its 48,000 weights does
 * not crowd out the six biases of C1. All of them if there are no more than `count`.
 */
export function drawParameters(trace: Trace, { count, seed }: ManyOptions): Ref[] {
  const generator = manualSeed(seed);
  const decks = trace.parameters.map((tensor) => {
    const { shape, data } = tensorOf(trace, tensor);
    const order = Array.from(randperm(data.length, generator)).slice(0, count);
    return order.map((offset): Ref => ({ tensor, index: indexAt(shape, offset) }));
  });
  const rounds = Math.max(0, ...decks.map(({ length }) => length));
  const turns = Array.from({ length: rounds }, (_, round) => decks.flatMap((d) => d[round] ?? []));
  return turns.flat().slice(0, count);
}

function checkOne(trace: Trace, ref: Ref, epsilon: number): Judged {
  const checker = createChecker(trace, ref);
  const check = checker.check(epsilon);
  const { centralDifference, analytic, relativeError } = check;
  const kinks = check.kinks.length;
  return { ref, centralDifference, analytic, relativeError, kinks, ...judge(checker, check) };
}

function isWorse(one: Judged, other: Judged): boolean {
  const [a, b] = [isInexcusable(one), isInexcusable(other)];
  return a === b ? one.relativeError > other.relativeError : a;
}

function isInexcusable({ verdict }: Judged): boolean {
  return verdict === 'disagrees' || verdict === 'notANumber';
}
