import * as v from 'valibot';
import type { Notebook } from './cells';
import { limits } from './limits';

const format = 'lenet5-notebook';
const version = 1;

/** What a value in a notebook file should have been. */
export type Expected =
  | 'present'
  | 'object'
  | 'list'
  | 'text'
  | 'number'
  | 'cellType'
  | 'identifier'
  | 'shorterText'
  | 'fewerCells';

/** Why a text is not a notebook, and where: the page says it in the reader's language. */
export type FileProblem =
  | { kind: 'notJson'; line?: number; column?: number }
  | { kind: 'otherFormat' }
  | { kind: 'newerVersion'; version: unknown }
  | { kind: 'badValue'; where: string; expected: Expected }
  | { kind: 'repeatedId'; where: string; id: string };

/** A notebook read from a file, or why there is none. */
export type ReadNotebook = { ok: true; notebook: Notebook } | { ok: false; problem: FileProblem };

const expected = (what: Expected) => what;
const text = (length: number) =>
  v.pipe(v.string(expected('text')), v.maxLength(length, expected('shorterText')));

/** Made when a file is read, so that a page that reads none need not load what checks it. */
function notebookSchema() {
  // JSON has no infinity, but reads 1e999 as one, and would write it back as null.
  const number = v.pipe(v.number(expected('number')), v.finite(expected('number')));
  const base = {
    id: v.pipe(text(40), v.regex(/^[a-z0-9-]+$/, expected('identifier'))),
    title: v.optional(text(120), ''),
  };
  const source = text(limits.characters);
  const name = text(limits.nameLength);
  const cell = v.variant(
    'type',
    [
      v.object({ ...base, type: v.literal('formula'), source }),
      v.object({ ...base, type: v.literal('text'), source: text(limits.textCharacters) }),
      v.object({
        ...base,
        ...{ type: v.literal('slider'), name },
        ...{ value: number, min: number, max: number, step: number },
      }),
      v.object({
        ...base,
        ...{ type: v.literal('plot'), source, variable: name },
        ...{ from: number, to: number, step: v.optional(number, 0) },
      }),
    ],
    ({ expected: wanted }) => expected(wanted === 'Object' ? 'object' : 'cellType'),
  );
  return v.object(
    {
      title: v.optional(text(120), ''),
      cells: v.pipe(
        v.array(cell, expected('list')),
        v.maxLength(limits.cells, expected('fewerCells')),
      ),
    },
    expected('object'),
  );
}

/** A notebook as the text of a JSON file. */
export function writeNotebook({ title, cells }: Notebook): string {
  return `${JSON.stringify({ format, version, title, cells }, null, 2)}\n`;
}

/**
 * Reads the text of a notebook file. Only its form is judged: a formula in it that cannot be read
 * is the business of its cell. Never throws.
 */
export function readNotebook(json: string): ReadNotebook {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return { ok: false, problem: { kind: 'notJson', ...jsonPlace(json, error) } };
  }
  const head = v.safeParse(v.object({ format: v.literal(format), version: v.unknown() }), data);
  if (!head.success) return { ok: false, problem: { kind: 'otherFormat' } };
  if (head.output.version !== version) {
    return { ok: false, problem: { kind: 'newerVersion', version: head.output.version } };
  }
  const result = v.safeParse(notebookSchema(), data);
  if (!result.success) {
    const [issue] = result.issues;
    const problem: FileProblem = {
      kind: 'badValue',
      where: v.getDotPath(issue) ?? '',
      expected: issue.received === 'undefined' ? 'present' : (issue.message as Expected),
    };
    return { ok: false, problem };
  }
  const { cells } = result.output;
  const repeated = cells.findIndex(({ id }, index) => cells.findIndex((c) => c.id === id) < index);
  if (repeated >= 0) {
    const { id } = cells[repeated]!;
    return { ok: false, problem: { kind: 'repeatedId', where: `cells.${repeated}.id`, id } };
  }
  return { ok: true, notebook: result.output };
}

/** The line and column at which reading JSON stopped, as far as the engine's message tells. */
function jsonPlace(json: string, error: unknown): { line?: number; column?: number } {
  const message = error instanceof Error ? error.message : '';
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return { line: Number(named[1]), column: Number(named[2]) };
  const position = /position (\d+)/.exec(message)?.[1] ?? (/end of/i.test(message) && json.length);
  if (position === false) return {};
  const lines = json.slice(0, Number(position)).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
