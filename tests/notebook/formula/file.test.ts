import { readNotebook, writeNotebook, type Notebook } from '$lib/notebook/formula';
import { describe, expect, test } from 'vitest';

const notebook: Notebook = {
  title: 'Sizes',
  cells: [
    { id: 'a', type: 'formula', title: 'Output', source: 'O = W - K + 1' },
    { id: 'b', type: 'slider', title: '', name: 'K', value: 5, min: 1, max: 11, step: 2 },
    { id: 'c', type: 'text', title: '', source: 'O is {O}' },
    { id: 'd', type: 'plot', title: '', source: 'O', variable: 'K', from: 1, to: 11, step: 0 },
  ],
};

const file = (change: (data: Record<string, never>) => unknown) => {
  const data = JSON.parse(writeNotebook(notebook));
  change(data);
  return JSON.stringify(data);
};

function problem(json: string) {
  const read = readNotebook(json);
  return read.ok ? undefined : read.problem;
}

test('what is written is read back', () => {
  expect(readNotebook(writeNotebook(notebook))).toEqual({ ok: true, notebook });
});

describe('a file that is no notebook says what is wrong and where', () => {
  test.each<[string, string, object]>([
    ['nothing', '', { kind: 'notJson', line: 1, column: 1 }],
    ['a cut-off file', '{\n  "format": ', { kind: 'notJson', line: 2 }],
    ['a misplaced comma', '{\n  "a": 1,,\n}', { kind: 'notJson', line: 2, column: 10 }],
    ['other JSON', '{"name": "package"}', { kind: 'otherFormat' }],
    ['a list', '[]', { kind: 'otherFormat' }],
    [
      'a later version',
      file((data) => Object.assign(data, { version: 2 })),
      { kind: 'newerVersion' },
    ],
    [
      'cells that are no list',
      file((data) => Object.assign(data, { cells: 3 })),
      { kind: 'badValue', where: 'cells', expected: 'list' },
    ],
    [
      'a cell of an unknown type',
      file((data) => Object.assign(data.cells[0]!, { type: 'image' })),
      { kind: 'badValue', where: 'cells.0.type', expected: 'cellType' },
    ],
    [
      'a cell that is no object',
      file((data) => Object.assign(data, { cells: [7] })),
      { kind: 'badValue', where: 'cells.0', expected: 'object' },
    ],
    [
      'text for a number',
      file((data) => Object.assign(data.cells[1]!, { max: 'many' })),
      { kind: 'badValue', where: 'cells.1.max', expected: 'number' },
    ],
    [
      'a number past all bounds',
      file((data) => Object.assign(data.cells[1]!, { max: 'many' })).replace('"many"', '1e999'),
      { kind: 'badValue', where: 'cells.1.max', expected: 'number' },
    ],
    [
      'a missing source',
      file((data) => Object.assign(data.cells[0]!, { source: undefined })),
      { kind: 'badValue', where: 'cells.0.source', expected: 'present' },
    ],
    [
      'a source of ten thousand characters',
      file((data) => Object.assign(data.cells[0]!, { source: 'x'.repeat(10_000) })),
      { kind: 'badValue', where: 'cells.0.source', expected: 'shorterText' },
    ],
    [
      'an id that is no identifier',
      file((data) => Object.assign(data.cells[0]!, { id: '../x' })),
      { kind: 'badValue', where: 'cells.0.id', expected: 'identifier' },
    ],
    [
      'too many cells',
      file((data) => Object.assign(data, { cells: Array(101).fill(notebook.cells[0]) })),
      { kind: 'badValue', where: 'cells', expected: 'fewerCells' },
    ],
    [
      'two cells with one id',
      file((data) => Object.assign(data.cells[2]!, { id: 'a' })),
      { kind: 'repeatedId', where: 'cells.2.id', id: 'a' },
    ],
  ])('%s', (_case, json, expected) => {
    expect(problem(json)).toMatchObject(expected);
  });
});
