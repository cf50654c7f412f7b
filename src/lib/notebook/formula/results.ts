import type { FormulaCell } from './cells';
import { literal } from './expression';
import { constants } from './functions';
import { numberTex } from './numbers';
import type { Problem } from './problem';
import type { Line } from './read';
import type { Names } from './resolve';
import { expressionTex, headTex, inSymbols, valueTex, type SetName } from './tex';

/** One line of a formula cell as it is shown. Plain data: it crosses from worker to page. */
export interface FormulaLine {
  /** Where the statement stands in the cell's source. */
  start: number;
  end: number;
  /** The statement in symbols; '' where it could not be read. */
  tex: string;
  /** What comes beneath: the values put in, and the result. */
  valuesTex?: string;
  name?: string;
  value?: number | boolean;
  /** Whether it states a number outright, `W = 28`, and so can be changed in a field. */
  stated: boolean;
  problem?: Problem;
}

/** One curve of a plot: its heights at the plot's places; null where it has none. */
export interface Curve {
  tex: string;
  label: string;
  heights: (number | null)[];
}

/** What a cell came to, to be shown. */
export type CellResult =
  | { type: 'formula'; lines: FormulaLine[] }
  | { type: 'slider'; problem?: Problem }
  | {
      type: 'plot';
      variableTex: string;
      /** The horizontal places of all curves. */
      places: number[];
      curves: Curve[];
      /** Where the variable stands now, if the notebook gives it a value. */
      current?: number;
      problems: Problem[];
    };

/** A line of a formula cell with its TeX, in symbols and with the values that names now have. */
export function showLine(
  line: Line,
  { definitions, outcomes }: Names,
  roles?: FormulaCell['roles'],
): FormulaLine {
  const { parsed, start, end } = line;
  const outcome = outcomes.get(line)!;
  const place = { start, end, name: line.name, problem: outcome.problem };
  if (!parsed.ok) return { ...place, tex: '', stated: false };

  const { statement } = parsed;
  const symbols = inSymbols(roles);
  const head = headTex(statement, symbols);
  const body = expressionTex(statement.body, symbols);
  const stated =
    statement.name !== undefined && !statement.parameters && literal(statement.body) !== undefined;
  const shown: FormulaLine = { ...place, tex: head === '' ? body : `${head} = ${body}`, stated };
  const { value } = outcome;
  if (value === undefined || outcome.problem) return shown;

  const values: SetName = (name) => {
    const line = definitions.get(name);
    const known = line ? outcomes.get(line)?.value : constants.get(name);
    const isOwn = statement.parameters?.includes(name) ?? false;
    return isOwn || known === undefined || typeof known === 'function'
      ? symbols(name)
      : { tex: valueTex(known), value: known, role: symbols(name).role };
  };
  const putIn = expressionTex(statement.body, values);
  if (typeof value === 'function') {
    return putIn === body ? shown : { ...shown, valuesTex: `${head} = ${putIn}` };
  }
  return { ...shown, value, ...(stated ? {} : { valuesTex: chain(body, putIn, value) }) };
}

/** `= 28 - 5 + 1 = 24`, leaving out what would only be repeated. */
function chain(body: string, putIn: string, value: number | boolean): string {
  const result = valueTex(value);
  const exact = typeof value === 'boolean' || numberTex(value).exact;
  const equals = exact ? '=' : '\\approx';
  const steps = putIn === body || putIn === result ? [] : [`= ${putIn}`];
  return [...steps, `${equals} ${result}`].join(' ');
}
