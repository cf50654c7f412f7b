import { walk, type Expression } from './expression';
import { builtIns } from './functions';
import type { Problem } from './problem';

/** What a name can stand for: a number, a yes or no, or a function of the reader's own. */
export type Value = number | boolean | FunctionValue;

/** A function of the reader's own. */
export type FunctionValue = (...args: (number | boolean)[]) => number | boolean;

/** A name or a function, and what its body says. */
export interface Statement {
  /** The name it defines; none for a bare expression, whose value is only shown. */
  name?: string;
  /** The parameters of a function; none where it defines a value. */
  parameters?: string[];
  body: Expression;
  /** Computes it: a value, or the function itself. The scope holds the names it uses. */
  run(scope: Map<string, Value>): unknown;
}

/** A statement, or why there is none. */
export type Parsed = { ok: true; statement: Statement } | { ok: false; problem: Problem };

/** What reads and evaluates one statement; the notebook itself knows no mathjs. */
export interface Language {
  parse(text: string): Parsed;
}

/** The names a statement needs from elsewhere, as values and as functions, each once. */
export function namesUsed({ parameters = [], body }: Statement): {
  values: string[];
  functions: string[];
} {
  const values = new Set<string>();
  const functions = new Set<string>();
  for (const part of walk(body)) {
    if (part.kind === 'name' && !parameters.includes(part.name)) values.add(part.name);
    if (part.kind === 'call' && !builtIns.has(part.name)) functions.add(part.name);
  }
  return { values: [...values], functions: [...functions] };
}
