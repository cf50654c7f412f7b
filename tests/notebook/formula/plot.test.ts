import type { Cell, CellResult, PlotCell } from '$lib/notebook/formula';
import { evaluateNotebook, limits } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { describe, expect, test } from 'vitest';

const language = createLanguage();

const formula = (source: string): Cell => ({ id: 'f', type: 'formula', title: '', source });

function plot(settings: Partial<PlotCell>, ...others: Cell[]) {
  const cell: PlotCell = {
    ...{ id: 'plot', type: 'plot', title: '', source: 'x', variable: 'x', from: 0, to: 4, step: 1 },
    ...settings,
  };
  const result = evaluateNotebook([cell, ...others], language).results.get('plot');
  return result as Extract<CellResult, { type: 'plot' }>;
}

test('a step gives dots, at every multiple up to the end', () => {
  const { places, curves } = plot({ source: 'x^2' });
  expect(places).toEqual([0, 1, 2, 3, 4]);
  expect(curves[0]).toMatchObject({ label: 'x^2', heights: [0, 1, 4, 9, 16] });
});

test('without a step the places are close together', () => {
  const { places } = plot({ step: 0, from: -1, to: 1 });
  expect(places).toHaveLength(limits.samples);
  expect([places[0], places.at(-1)]).toEqual([-1, 1]);
});

test('over a name of the notebook, everything between is computed anew', () => {
  const { curves, current } = plot(
    { source: 'O', variable: 'K', from: 1, to: 5, step: 2 },
    formula('O = floor((W - K)/2) + 1; W = 28; K = 5'),
  );
  expect(curves[0]?.heights).toEqual([14, 13, 12]);
  expect(current).toBe(5);
});

test('a function of the reader’s own sees the place, too', () => {
  const { curves } = plot({ source: 'f(2)', variable: 'a' }, formula('f(x) = a*x; a = 7'));
  expect(curves[0]?.heights).toEqual([0, 2, 4, 6, 8]);
});

test('where an expression has no value, the curve has a gap', () => {
  const { curves } = plot({ source: 'y = 1/x; sqrt(x - 1)', to: 2 });
  expect(curves.map(({ heights }) => heights)).toEqual([
    [null, 1, 0.5],
    [null, 0, 1],
  ]);
  expect(curves[0]?.label).toBe('y');
});

test('one curve may fail and the others stay', () => {
  const { curves, problems } = plot({ source: 'x; x + Q' });
  expect(curves).toHaveLength(1);
  expect(problems).toEqual([{ kind: 'unknownName', name: 'Q' }]);
});

describe('a plot that cannot be drawn says why', () => {
  test.each<[Partial<PlotCell>, object]>([
    [{ source: '' }, { kind: 'empty' }],
    [{ source: 'x; x; x; x' }, { kind: 'tooManyCurves', limit: 3 }],
    [{ from: 3, to: 3 }, { kind: 'emptyRange' }],
    [{ from: -1e308, to: 1e308 }, { kind: 'rangeTooWide' }],
    [{ from: 1e17, to: 1e17 + 32 }, { kind: 'rangeTooNarrow' }],
    [{ from: 1e17, to: 1e17 + 1000, step: 0 }, { kind: 'rangeTooNarrow' }],
    [{ from: 0, to: 5e-324, step: 0 }, { kind: 'rangeTooNarrow' }],
    [{ step: 1e-6 }, { kind: 'badStep' }],
    [{ step: -1 }, { kind: 'badStep' }],
    [{ variable: '2x' }, { kind: 'badName', name: '2x' }],
    [{ source: 'x +' }, { kind: 'syntax' }],
  ])('%o', (settings, expected) => {
    expect(plot(settings).problems).toMatchObject([expected]);
  });

  test('too much work for one place is refused before the first', () => {
    const doubling = Array.from({ length: 14 }, (_, n) => `f${n + 1}(x) = f${n}(x) + f${n}(x)`);
    const cells = formula(['f0(x) = x', ...doubling].join('\n'));
    expect(plot({ source: 'f14(x)', step: 0 }, cells).problems).toEqual([{ kind: 'tooMuchWork' }]);
  });
});
