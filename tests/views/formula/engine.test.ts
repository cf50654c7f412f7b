import { createEngine } from '$lib/views/formula/engine';
import type { Reply } from '$lib/views/formula/protocol';
import type { Cell } from '$lib/notebook/formula';
import { expect, test } from 'vitest';

const formula = (id: string, source: string): Cell => ({ id, type: 'formula', title: '', source });

function conversation() {
  const replies: Reply[] = [];
  const evaluate = createEngine();
  return (...cells: Cell[]) => {
    replies.length = 0;
    evaluate({ cells, skip: [] }, (reply) => replies.push(structuredClone(reply)));
    return {
      started: replies.flatMap((reply) => (reply.type === 'started' ? [reply.cell] : [])),
      changed: replies.flatMap((reply) =>
        reply.type === 'evaluated' ? [...reply.results.cells.keys()] : [],
      ),
      values: replies.flatMap((reply) =>
        reply.type === 'evaluated' ? [...reply.results.values] : [],
      ),
    };
  };
}

test('an edit works on what depends on it, and answers with what has changed', () => {
  const ask = conversation();
  expect(ask(formula('a', 'a = 1'), formula('b', 'b = a + 1'), formula('c', 'c = 3'))).toEqual({
    started: ['a', 'b', 'c', 'a', 'b', 'c'],
    changed: ['a', 'b', 'c'],
    values: [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ],
  });
  const edit = ask(formula('a', 'a = 5'), formula('b', 'b = a + 1'), formula('c', 'c = 3'));
  expect(edit.started).toEqual(['a', 'b']);
  expect(edit.changed).toEqual(['a', 'b']);
});
