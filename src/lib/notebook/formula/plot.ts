import type { PlotCell } from './cells';
import type { Value } from './language';
import { limits } from './limits';
import { isName, nameTex } from './names';
import { Refusal, type Problem } from './problem';
import type { Line } from './read';
import { checkValue, scopeFor, type Names, type Outcome } from './resolve';
import type { CellResult, Curve } from './results';
import { expressionTex, inSymbols } from './tex';

type PlotResult = Extract<CellResult, { type: 'plot' }>;

/** The places of a plot: evenly spaced by its step, or close enough together to join by a line. */
export function plotPlaces({ from, to, step }: PlotCell): number[] {
  const gap = step > 0 ? step : (to - from) / (limits.samples - 1);
  const count = step > 0 ? Math.floor((to - from) / step + 1e-9) + 1 : limits.samples;
  return Array.from({ length: count }, (_, index) => from + index * gap);
}

function rangeProblem({ variable, from, to, step }: PlotCell): Problem | undefined {
  if (!isName(variable)) return { kind: 'badName', name: variable };
  if (!(from < to)) return { kind: 'emptyRange' };
  if (!Number.isFinite(to - from)) return { kind: 'rangeTooWide' };
  if (step < 0 || (step > 0 && (to - from) / step > limits.samples - 1)) return { kind: 'badStep' };
  return undefined;
}

/**
 * Draws the expressions of a plot cell over its range. Where the variable is a name of the
 * notebook, everything between it and the expression is computed anew at each place: a plot of
 * `O` over `K` shows how the output size depends on the kernel.
 */
export function evaluatePlot(cell: PlotCell, lines: Line[], names: Names): PlotResult {
  const { variable } = cell;
  const defined = names.definitions.get(variable);
  const current = defined && names.outcomes.get(defined)?.value;
  const result: PlotResult = {
    type: 'plot',
    variableTex: nameTex(variable),
    places: [],
    curves: [],
    ...(typeof current === 'number' && { current }),
    problems: [],
  };
  const problem = rangeProblem(cell) ?? linesProblem(lines);
  if (problem) return { ...result, problems: [problem] };

  const places = plotPlaces(cell);
  // Near 1e17 the next number is 16 away: a step of 1 there is none.
  if (places.some((place, index) => index > 0 && !(place > places[index - 1]!))) {
    return { ...result, problems: [{ kind: 'rangeTooNarrow' }] };
  }
  result.places = places;
  for (const line of lines) {
    const curve = evaluateCurve(line, variable, result.places, names);
    if ('problem' in curve) result.problems.push(curve.problem);
    else result.curves.push(curve);
  }
  return result;
}

function linesProblem(lines: Line[]): Problem | undefined {
  if (lines.length === 0) return { kind: 'empty' };
  if (lines.length > limits.curves) return { kind: 'tooManyCurves', limit: limits.curves };
  return undefined;
}

function evaluateCurve(
  line: Line,
  variable: string,
  places: number[],
  names: Names,
): Curve | { problem: Problem } {
  if (!line.parsed.ok) return { problem: line.parsed.problem };
  const { statement } = line.parsed;
  try {
    const scope = new Map<string, Value>([[variable, places[0]!]]);
    const swept = sweptLines(line, variable, names);
    const steps = prepare(swept, line, variable, names, scope);
    if (steps * places.length > limits.plotSteps) throw new Refusal({ kind: 'tooMuchWork' });
    const heights = places.map((place) => height([...swept, line], scope.set(variable, place)));
    return {
      tex: expressionTex(statement.body, inSymbols()),
      label: statement.name ?? line.text,
      heights,
    };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    return { problem: { kind: 'notANumber' } };
  }
}

/** The definitions between the variable and a line, in the order to compute them in. */
function sweptLines(line: Line, variable: string, { definitions }: Names): Line[] {
  const swept: Line[] = [];
  const depends = new Map<Line, boolean>();
  function visit(current: Line): boolean {
    const known = depends.get(current);
    if (known !== undefined) return known;
    depends.set(current, false);
    let result = false;
    for (const name of [...current.values, ...current.functions]) {
      if (name === variable) result = true;
      else {
        const definition = definitions.get(name);
        if (definition && visit(definition)) result = true;
      }
    }
    depends.set(current, result);
    if (result && current !== line) swept.push(current);
    return result;
  }
  visit(line);
  return swept;
}

/**
 * Fills the scope with all that stays the same at every place and checks what does not, as the
 * notebook itself does; functions see the scope, so they are made once. Returns the steps a place
 * takes. Throws a Refusal where a name has no value.
 */
function prepare(
  swept: Line[],
  line: Line,
  variable: string,
  names: Names,
  scope: Map<string, Value>,
): number {
  // At each place the variable is a number, and so is whatever is computed from it.
  const atPlace = new Map<Line, Outcome>(names.outcomes);
  const definitions = new Map(names.definitions);
  const variableLine: Line = { ...line, name: variable, values: [], functions: [] };
  definitions.set(variable, variableLine);
  atPlace.set(variableLine, { value: 0, steps: 1 });

  let total = 0;
  for (const current of [...swept, line]) {
    if (!current.parsed.ok) throw new Refusal(current.parsed.problem);
    const { statement } = current.parsed;
    const { scope: needed, steps } = scopeFor(statement, { definitions, outcomes: atPlace });
    for (const [name, value] of needed) if (!scope.has(name)) scope.set(name, value);
    total += steps;
    if (statement.parameters) {
      const value = checkValue(statement.run(scope));
      scope.set(statement.name!, value);
      atPlace.set(current, { value, steps });
    } else {
      atPlace.set(current, { value: 0, steps });
    }
  }
  return total;
}

/** The last line's value at the place that the scope holds; null where there is none. */
function height(lines: Line[], scope: Map<string, Value>): number | null {
  let value: unknown = null;
  for (const { parsed, name } of lines) {
    if (!parsed.ok || parsed.statement.parameters) continue;
    try {
      value = parsed.statement.run(scope);
    } catch (error) {
      // No value at this place: the curve has a gap there.
      if (error instanceof Refusal) return null;
      throw error;
    }
    if (typeof value !== 'number' && typeof value !== 'boolean') return null;
    if (name !== undefined) scope.set(name, value);
  }
  return Number.isFinite(Number(value)) ? Number(value) : null;
}
