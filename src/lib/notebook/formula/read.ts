import type { Cell, SliderCell } from './cells';
import { namesUsed, type Language, type Parsed } from './language';
import { limits } from './limits';
import { isName, isReserved } from './names';
import { normalise } from './normalise';
import { isFunctionName } from './functions';
import type { Problem } from './problem';
import { splitStatements } from './split';

/** One statement of a cell, read but not yet evaluated. */
export interface Line {
  cell: string;
  /** Where the statement stands in the cell's source, as typed. */
  start: number;
  end: number;
  /** The statement in plain characters: equal texts mean the same. */
  text: string;
  parsed: Parsed;
  /** The name it defines, or would if it could be read. */
  name?: string;
  values: string[];
  functions: string[];
}

/** Statements already read, by their text, so that an edit reads only what it changed. */
export type ReadBefore = ReadonlyMap<string, Parsed>;

const noNames = { values: [], functions: [] };

function failedLine(cell: Cell, length: number, problem: Problem): Line {
  return {
    cell: cell.id,
    start: 0,
    end: length,
    text: '',
    parsed: { ok: false, problem },
    ...noNames,
  };
}

/** The statements of a formula or plot cell; a slider is the statement `name = value`. */
function readCell(cell: Cell, language: Language, before: ReadBefore): Line[] {
  if (cell.type === 'text') return [];
  if (cell.type === 'slider') return [readSlider(cell)];
  const { length } = cell.source;
  if (length > limits.characters) {
    const problem: Problem = { kind: 'tooLong', actual: length, limit: limits.characters };
    return [failedLine(cell, length, problem)];
  }
  const { text: source, origins } = normalise(cell.source);
  return splitStatements(source).map(({ text, start, end }) => {
    const parsed = before.get(text) ?? language.parse(text);
    const place = { cell: cell.id, start: origins[start]!, end: origins[end - 1]! + 1, text };
    if (parsed.ok) {
      const { name } = parsed.statement;
      return { ...place, parsed, name, ...namesUsed(parsed.statement) };
    }
    const { problem } = parsed;
    const [, name] = /^([^\s=(]+)\s*(?:\([^)]*\))?\s*=(?!=)/.exec(text) ?? [];
    if (problem.kind !== 'syntax') return { ...place, parsed, name, ...noNames };
    const at = origins[Math.min(start + problem.at, origins.length - 1)]!;
    return { ...place, parsed: { ok: false, problem: { ...problem, at } }, name, ...noNames };
  });
}

/**
 * The statements of all cells in their order. What goes beyond the bounds of a notebook is left
 * out, cell by cell, and so are the cells to `skip`, which took too long.
 */
export function readCells(
  cells: readonly Cell[],
  languageFor: (cell: Cell) => Language,
  before: ReadBefore,
  skip: ReadonlySet<string>,
): { cell: Cell; lines: Line[] }[] {
  let [statements, characters] = [0, 0];
  return cells.map((cell) => {
    if (skip.has(cell.id)) return { cell, lines: [failedLine(cell, 0, { kind: 'tooSlow' })] };
    const size = sizeOf(cell);
    const fits =
      characters + size.characters <= limits.notebookCharacters &&
      statements + size.statements <= limits.notebookStatements;
    // What is left out takes no room from the cells after it.
    if (!fits) return { cell, lines: [failedLine(cell, size.characters, notebookTooLarge)] };
    characters += size.characters;
    statements += size.statements;
    return { cell, lines: readCell(cell, languageFor(cell), before) };
  });
}

/** How much a cell adds to its notebook; one that is too long by itself adds nothing. */
function sizeOf(cell: Cell): { characters: number; statements: number } {
  const source = cell.type === 'formula' || cell.type === 'plot' ? cell.source : '';
  if (source.length > limits.characters) return { characters: 0, statements: 0 };
  return { characters: source.length, statements: splitStatements(normalise(source).text).length };
}

const notebookTooLarge: Problem = {
  kind: 'notebookTooLarge',
  statements: limits.notebookStatements,
  characters: limits.notebookCharacters,
};

function readSlider(cell: SliderCell): Line {
  const { id, name, value } = cell;
  const problem = sliderProblem(cell);
  const parsed: Parsed = problem
    ? { ok: false, problem }
    : { ok: true, statement: { name, body: { kind: 'number', value }, run: () => value } };
  return { cell: id, start: 0, end: 0, text: `${name} = ${value}`, parsed, name, ...noNames };
}

function sliderProblem({ name, min, max, step }: SliderCell): Problem | undefined {
  if (!isName(name)) return { kind: 'badName', name };
  if (isReserved(name) || isFunctionName(name)) return { kind: 'reservedName', name };
  if (!(min < max)) return { kind: 'emptyRange' };
  if (!(step > 0)) return { kind: 'badStep' };
  return undefined;
}
