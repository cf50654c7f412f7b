import { nearestName } from '$lib/numbers/nearest-name';
import { walk } from './expression';
import { builtIns, constants } from './functions';
import { namesUsed, type Statement, type Value } from './language';
import { limits } from './limits';
import { Refusal, type Problem } from './problem';
import type { Line } from './read';

/** What a line came to: a value or a problem, and the steps that computing it takes. */
export interface Outcome {
  value?: Value;
  problem?: Problem;
  steps: number;
}

/** What is known of the names of a notebook while a line is computed. */
export interface Names {
  /** The line that defines a name: the first one, where several do. */
  definitions: ReadonlyMap<string, Line>;
  outcomes: ReadonlyMap<Line, Outcome>;
}

/**
 * The values of all names that a statement uses. Throws a Refusal where one is unknown, is used
 * as what it is not, has itself no value, or where all the calls together are too much work.
 */
export function scopeFor(statement: Statement, { definitions, outcomes }: Names) {
  const scope = new Map<string, Value>();
  let steps = 0;

  function valueOf(name: string, line: Line): Value {
    const { value, problem } = outcomes.get(line)!;
    if (problem || value === undefined) throw new Refusal({ kind: 'needs', name, cell: line.cell });
    return value;
  }

  const used = namesUsed(statement);
  for (const name of used.values) {
    const line = definitions.get(name);
    if (!line && constants.has(name)) continue;
    if (!line) throw new Refusal(unknown('unknownName', name, [...definitions.keys()]));
    const value = valueOf(name, line);
    if (typeof value === 'function') throw new Refusal({ kind: 'functionWithoutArguments', name });
    scope.set(name, value);
  }
  for (const name of used.functions) {
    const line = definitions.get(name);
    if (!line) {
      if (constants.has(name)) throw new Refusal({ kind: 'notAFunction', name });
      throw new Refusal(
        unknown('unknownFunction', name, [...definitions.keys(), ...builtIns.keys()]),
      );
    }
    const value = valueOf(name, line);
    if (typeof value !== 'function') throw new Refusal({ kind: 'notAFunction', name });
    scope.set(name, value);
  }
  for (const part of walk(statement.body)) {
    steps++;
    const line = part.kind === 'call' ? definitions.get(part.name) : undefined;
    if (part.kind !== 'call' || !line?.parsed.ok) continue;
    const expected = line.parsed.statement.parameters?.length ?? 0;
    const actual = part.arguments.length;
    if (actual !== expected) {
      const [least, most] = [expected, expected];
      throw new Refusal({ kind: 'argumentCount', name: part.name, least, most, actual });
    }
    steps += outcomes.get(line)!.steps;
  }
  if (steps > limits.steps) throw new Refusal({ kind: 'tooMuchWork' });
  return { scope, steps };
}

function unknown(
  kind: 'unknownName' | 'unknownFunction',
  name: string,
  candidates: string[],
): Problem {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? { kind, name } : { kind, name, nearest };
}

/** A result as a value of the language. Throws a Refusal where it is no finite number. */
export function checkValue(result: unknown): Value {
  if (typeof result === 'boolean') return result;
  if (typeof result === 'function') return result as Value;
  if (typeof result !== 'number' || Number.isNaN(result)) throw new Refusal({ kind: 'notANumber' });
  if (!Number.isFinite(result)) throw new Refusal({ kind: 'infinite' });
  return result;
}
