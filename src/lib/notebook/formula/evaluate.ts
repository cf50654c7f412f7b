import type { Cell, PlotCell, TextCell } from './cells';
import { computationOrder } from './graph';
import type { Language, Parsed, Value } from './language';
import { evaluatePlot } from './plot';
import { Refusal, type Problem } from './problem';
import { readCells, type Line } from './read';
import { checkValue, scopeFor, type Names, type Outcome } from './resolve';
import { showLine, type CellResult } from './results';

/** What is kept from one evaluation to the next, so that an edit reruns only what depends on it. */
interface Memory {
  parsed: Map<string, Parsed>;
  /** By the text of a line: the values it was computed from, in the order of its names. */
  computed: Map<string, { inputs: Value[]; outcome: Outcome }>;
  /** By the id of a plot. */
  plots: Map<string, { key: unknown[]; result: CellResult }>;
}

/** A notebook's results, and what the next evaluation can reuse. */
export interface Evaluation {
  /** By the id of each cell, text cells apart. */
  results: Map<string, CellResult>;
  /** The value of every name that has one; a function has none to show. */
  values: Map<string, number | boolean>;
  memory: Memory;
}

/** What the parts of one evaluation share. */
interface Run {
  names: Names & { outcomes: Map<Line, Outcome> };
  before?: Memory;
  memory: Memory;
  starting(cell: string): void;
}

/** How an evaluation is watched and steered. */
export interface EvaluationOptions {
  previous?: Evaluation;
  /** Told the id of a cell before work on it begins; not called for what is reused. */
  onStart?(cell: string): void;
  /** Cells that once took too long, left out. */
  skip?: ReadonlySet<string>;
}

/**
 * Computes a notebook: reads its cells, puts their definitions in dependency order and evaluates
 * what an edit since `previous` has touched. A line that cannot be computed has its problem in its
 * result; the others go on. Never throws for anything a reader can type.
 */
export function evaluateNotebook(
  cells: readonly Cell[],
  language: Language,
  { previous, onStart = () => {}, skip = new Set() }: EvaluationOptions = {},
): Evaluation {
  const before = previous?.memory;
  const memory: Memory = { parsed: new Map(), computed: new Map(), plots: new Map() };
  const starting = announceOnce(onStart);

  const watched = ({ id }: Cell): Language => ({
    parse(text) {
      starting(id);
      return language.parse(text);
    },
  });
  const readings = readCells(cells, watched, before?.parsed ?? new Map(), skip);
  for (const { parsed, text } of readings.flatMap(({ lines }) => lines)) {
    // Problems with a place are kept for their cell alone: the same text may stand elsewhere.
    if (parsed.ok) memory.parsed.set(text, parsed);
  }

  const defining = readings
    .filter(({ cell }) => cell.type !== 'plot')
    .flatMap(({ lines }) => lines);
  const names = { definitions: firstDefinitions(defining), outcomes: new Map<Line, Outcome>() };
  const run: Run = { names, before, memory, starting };
  compute(defining, run);
  const results = new Map(
    readings.flatMap(({ cell, lines }): [string, CellResult][] =>
      cell.type === 'text' ? [] : [[cell.id, show(cell, lines, run)]],
    ),
  );
  return { results, values: shownValues(names), memory };
}

/** Computes lines in dependency order, into `outcomes`. */
function compute(lines: Line[], run: Run): void {
  const { definitions, outcomes } = run.names;
  const needed = (line: Line) =>
    [...line.values, ...line.functions].flatMap((name) => definitions.get(name) ?? []);

  for (const group of computationOrder(lines, needed)) {
    const isCycle = group.length > 1 || needed(group[0]!).includes(group[0]!);
    for (const line of group) {
      if (isCycle) outcomes.set(line, failed({ kind: 'cycle', names: cycleNames(group, line) }));
      else outcomes.set(line, computeLine(line, run));
    }
  }
}

function show(cell: Exclude<Cell, TextCell>, lines: Line[], run: Run): CellResult {
  switch (cell.type) {
    case 'formula':
      return { type: 'formula', lines: lines.map((line) => showLine(line, run.names, cell.roles)) };
    case 'slider':
      return { type: 'slider', problem: run.names.outcomes.get(lines[0]!)?.problem };
    case 'plot':
      return plot(cell, lines, run);
  }
}

function announceOnce(onStart: (cell: string) => void): (cell: string) => void {
  let current: string | undefined;
  return (cell) => {
    if (cell !== current) onStart(cell);
    current = cell;
  };
}

const failed = (problem: Problem): Outcome => ({ problem, steps: 0 });

function firstDefinitions(lines: Line[]): Map<string, Line> {
  const definitions = new Map<string, Line>();
  for (const line of lines) {
    if (line.name !== undefined && !definitions.has(line.name)) definitions.set(line.name, line);
  }
  return definitions;
}

/** The names of a cycle, from one of its lines on. */
function cycleNames(group: Line[], from: Line): string[] {
  const first = group.indexOf(from);
  return [...group.slice(first), ...group.slice(0, first)].map(({ name }) => name ?? '');
}

function computeLine(line: Line, { names, before, memory, starting }: Run): Outcome {
  const { parsed, name, text } = line;
  if (!parsed.ok) return failed(parsed.problem);
  const first = name === undefined ? undefined : names.definitions.get(name);
  if (name !== undefined && first && first !== line) {
    return failed({ kind: 'duplicate', name, cell: first.cell });
  }
  try {
    const { scope, steps } = scopeFor(parsed.statement, names);
    const inputs = [...scope.values()];
    const known = before?.computed.get(text);
    if (known && sameItems(known.inputs, inputs)) {
      memory.computed.set(text, known);
      return known.outcome;
    }
    starting(line.cell);
    const outcome: Outcome = { value: checkValue(parsed.statement.run(scope)), steps };
    memory.computed.set(text, { inputs, outcome });
    return outcome;
  } catch (error) {
    return failed(error instanceof Refusal ? error.problem : { kind: 'notANumber' });
  }
}

function plot(cell: PlotCell, lines: Line[], { names, before, memory, starting }: Run): CellResult {
  const key = plotKey(cell, lines, names);
  let known = before?.plots.get(cell.id);
  if (!known || !sameItems(known.key, key)) {
    starting(cell.id);
    known = { key, result: evaluatePlot(cell, lines, names) };
  }
  memory.plots.set(cell.id, known);
  return known.result;
}

/** All that a plot depends on: itself, and every definition behind it with its value. */
function plotKey(cell: PlotCell, lines: Line[], { definitions, outcomes }: Names): unknown[] {
  const behind = new Set<Line>();
  const collect = (line: Line) => {
    for (const name of [...line.values, ...line.functions]) {
      const definition = definitions.get(name);
      if (!definition || behind.has(definition)) continue;
      behind.add(definition);
      collect(definition);
    }
  };
  lines.forEach(collect);
  const variable = definitions.get(cell.variable);
  if (variable) behind.add(variable);
  return [
    ...[cell.source, cell.variable, cell.from, cell.to, cell.step],
    ...[...behind].flatMap((line) => [line.text, outcomes.get(line)?.value]),
    ...lines.map(({ parsed }) => parsed.ok),
  ];
}

function sameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => Object.is(item, right[index]));
}

function shownValues({ definitions, outcomes }: Names): Map<string, number | boolean> {
  const values = new Map<string, number | boolean>();
  for (const [name, line] of definitions) {
    const value = outcomes.get(line)?.value;
    if (value !== undefined && typeof value !== 'function') values.set(name, value);
  }
  return values;
}
