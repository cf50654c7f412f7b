import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellNames,
  figureQuery,
  hideable,
  namesIn,
  readLessonLink,
  withCells,
} from '$lib/views/linked/lesson-link';
import type { Exercise, Segment } from '$lib/notebook';

const cell = (name: string): Segment => ({ kind: 'cell', cell: name, props: {} });
const lesson = {
  steps: [
    { id: 'block', title: 'A block', segments: [cell('feature-maps'), cell('calculator')] },
    {
      id: 'who',
      title: 'Who',
      segments: [
        cell('feature-maps'),
        { kind: 'exercise', exercise: { id: 'sparse' } as Exercise } as const,
      ],
    },
  ],
};
const names = namesIn(lesson);
const read = (query: string) => readLessonLink(new URLSearchParams(query), names);

describe('a link to a lesson', () => {
  test('names its cells by their kinds, counted', () => {
    expect([...cellNames(lesson).values()]).toEqual([
      'feature-maps',
      'calculator',
      'feature-maps-2',
    ]);
    expect(names).toEqual({
      steps: ['block', 'who'],
      exercises: ['sparse'],
      cells: ['feature-maps', 'calculator', 'feature-maps-2'],
    });
  });

  test.each([
    ['', { cells: {}, hide: [] }],
    ['weights=mini&utm=x', { cells: {}, hide: [] }],
    [
      'calculator.in=1&feature-maps-2.digit=7',
      { cells: { calculator: { in: '1' }, 'feature-maps-2': { digit: '7' } }, hide: [] },
    ],
    ['digit=7', { cells: {}, hide: [], digit: '7' }],
    ['hide=answers,code', { cells: {}, hide: ['answers', 'code'] }],
    ['hide=notes,after:block', { cells: {}, hide: ['notes'], after: 'block' }],
    ['only=calculator', { cells: {}, hide: [], only: 'calculator' }],
    ['only=sparse', { cells: {}, hide: [], only: 'sparse' }],
    ['only=who', { cells: {}, hide: [], only: 'who' }],
  ])('%s', (query, link) => expect(read(query)).toEqual({ link, rejected: [] }));

  test.each([
    ['gone.in=1', ['gone.in=1']],
    ['digit=23', ['digit=23']],
    ['hide=answers,everything,after:gone', ['hide=everything', 'hide=after:gone']],
    ['only=gone', ['only=gone']],
    [`only=${'x'.repeat(100)}`, [`only=${'x'.repeat(55)}…`]],
  ])('%s falls back, and is named', (query, rejected) => {
    expect(read(query).rejected).toEqual(rejected);
    expect(read(query).link.only).toBeUndefined();
  });

  test('holds what it was given, whatever else stands in the address', () => {
    const settings = fc.dictionary(
      fc.constantFrom(...names.cells),
      fc.dictionary(fc.constantFrom('in', 'digit', 'kernel'), fc.string(), { minKeys: 1 }),
    );
    fc.assert(
      fc.property(settings, fc.subarray([...hideable]), (cells, hide) => {
        const search = withCells(
          `?calculator.out=6&weights=mini&hide=${hide.join(',') || 'code'}`,
          cells,
        );
        const again = read(search);
        expect(again.link.cells).toEqual(cells);
        expect(again.rejected).toEqual([]);
        expect(new URLSearchParams(search).get('weights')).toBe('mini');
      }),
      { seed: 14 },
    );
  });

  test('of one figure holds its settings alone', () => {
    const search = '?weights=mini&calculator.in=1&feature-maps.digit=7&hide=code&only=who&digit=3';
    expect(figureQuery(search, 'calculator')).toBe('?weights=mini&calculator.in=1&digit=3');
    expect(figureQuery('?hide=code', 'calculator')).toBe('');
  });
});
