import {
  insertCell,
  moveCell,
  newCell,
  limits,
  readProse,
  readTexts,
  record,
  redo,
  removeCell,
  replaceCell,
  restate,
  startHistory,
  undo,
  type Cell,
  type Notebook,
} from '$lib/notebook/formula';
import { describe, expect, test } from 'vitest';

const cell = (id: string): Cell => ({ id, type: 'formula', title: '', source: '' });
const notebook: Notebook = { title: '', cells: ['a', 'b', 'c'].map(cell) };
const ids = ({ cells }: Notebook) => cells.map(({ id }) => id).join('');

describe('editing a notebook', () => {
  test('cells are inserted, removed, moved and replaced', () => {
    expect(ids(insertCell(notebook, cell('d'), 1))).toBe('adbc');
    expect(ids(removeCell(notebook, 'b'))).toBe('ac');
    expect(ids(moveCell(notebook, 'a', 2))).toBe('bca');
    expect(ids(moveCell(notebook, 'c', -1))).toBe('cab');
    expect(moveCell(notebook, 'a', 0)).toBe(notebook);
    const changed: Cell = { ...cell('b'), type: 'formula', source: 'x = 1' };
    expect(replaceCell(notebook, changed).cells[1]).toBe(changed);
  });

  test('a new cell has an id and, as a slider, a name of its own', () => {
    const first = newCell('slider', notebook);
    const second = newCell('slider', insertCell(notebook, first, 0));
    expect(first.id).not.toBe(second.id);
    expect([first, second]).toMatchObject([{ name: 'a' }, { name: 'b' }]);
  });
});

describe('undo and redo', () => {
  test('go back and forth, until something new is done', () => {
    let history = record(record(startHistory(1), 2), 3);
    history = undo(undo(history));
    expect(history.present).toBe(1);
    history = redo(history);
    expect(history.present).toBe(2);
    expect(redo(record(history, 9)).present).toBe(9);
    expect(undo(startHistory(1)).present).toBe(1);
  });

  test('letters typed into one field are one change', () => {
    let history = startHistory('');
    for (const text of ['a', 'ab', 'abc']) history = record(history, text, 'title');
    history = record(history, 'abc!', 'other');
    expect(undo(history).present).toBe('abc');
    expect(undo(undo(history)).present).toBe('');
  });
});

test('prose is read into blocks, and everything unknown stays text', () => {
  expect(
    readProse('# Sizes\nO is {O}, **bold** and `code`.\n\n- one\n- *two*\n\n<b>x</b> [a](b)'),
  ).toEqual([
    { kind: 'heading', content: [{ kind: 'text', text: 'Sizes' }] },
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: 'O is ' },
        { kind: 'value', name: 'O' },
        { kind: 'text', text: ', ' },
        { kind: 'strong', content: [{ kind: 'text', text: 'bold' }] },
        { kind: 'text', text: ' and ' },
        { kind: 'code', text: 'code' },
        { kind: 'text', text: '.' },
      ],
    },
    {
      kind: 'list',
      items: [
        [{ kind: 'text', text: 'one' }],
        [{ kind: 'emphasis', content: [{ kind: 'text', text: 'two' }] }],
      ],
    },
    { kind: 'paragraph', content: [{ kind: 'text', text: '<b>x</b> [a](b)' }] },
  ]);
});

test.each([
  ['W = 28; P = 2', 'P', 3, 'W = 28; P = 3'],
  ['Ｗ＝２８ # wide', 'W', -1, 'W = -1 # wide'],
  ['W == 3\nW=28', 'W', 1, 'W == 3\nW = 1'],
  ['y = 2', 'W', 1, 'y = 2'],
])('%s with %s restated as %d', (source, name, value, expected) => {
  expect(restate(source, name, value)).toBe(expected);
});

describe('the texts of a notebook', () => {
  const text = (id: string, source: string): Cell => ({ id, type: 'text', title: '', source });

  test('are all read where they are as many as people write', () => {
    const cells = Array.from({ length: 100 }, (_, i) => text(`t${i}`, '# A\n\nB **c** {d}, *e*.'));
    expect([...readTexts(cells).values()].every(({ blocks }) => blocks !== undefined)).toBe(true);
  });

  test.each(['*a*', '{a}', '`a`', '- a\n', '# a\n', 'a\n\n', '***a** b*', '**', '{', '`'])(
    'a hundred cells full of %j are drawn as far as a page can hold them',
    (piece) => {
      const cells = Array.from({ length: 100 }, (_, i) =>
        text(`t${i}`, piece.repeat(4900 / piece.length)),
      );
      const texts = [...readTexts([...cells, text('last', 'B **c**')]).values()];
      const drawn = JSON.stringify(texts).match(/"kind"/g) ?? [];
      expect(texts).toHaveLength(101);
      // A heading is a block and the text in it.
      expect(drawn.length).toBeLessThanOrEqual(2 * limits.notebookMarks);
      // What is left as it was typed takes no room from what comes after it.
      expect(texts[100]!.blocks).toBeDefined();
    },
  );

  test('of headings one after another, and what follows them', () => {
    const kinds = (source: string) => readProse(source).map(({ kind }) => kind);
    expect(kinds('# a\n## b\nc\nd')).toEqual(['heading', 'heading', 'paragraph']);
    expect(kinds('# a\n- b\n- c')).toEqual(['heading', 'list']);
    expect(kinds('c\n# a')).toEqual(['paragraph']);
    expect(kinds('#a')).toEqual(['paragraph']);
  });
});
