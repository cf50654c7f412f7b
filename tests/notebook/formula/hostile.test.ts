import { evaluateNotebook, limits, type Cell } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { hostileExpressions, hostilePlots } from './hostile-expressions';

const language = createLanguage();
const formula = (id: string, source: string): Cell => ({ id, type: 'formula', title: '', source });

afterEach(() => vi.unstubAllGlobals());

describe('a hostile expression ends in a problem, and the notebook around it is computed', () => {
  test.each(hostileExpressions)('$name', ({ source }) => {
    const { results, values } = evaluateNotebook(
      [formula('hostile', source), formula('good', 'sum_of_two = 2 + 2')],
      language,
    );
    const result = results.get('hostile');
    const lines = result?.type === 'formula' ? result.lines : [];
    expect(lines.some(({ problem }) => problem !== undefined)).toBe(true);
    expect(values.get('sum_of_two')).toBe(4);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a hostile plot has few places, each with a height or a gap, or a problem', () => {
  test.each(hostilePlots)('$name', ({ name: _, ...settings }) => {
    const plot = { id: 'plot', type: 'plot', title: '', variable: 'x', ...settings } as const;
    const result = evaluateNotebook([plot], language).results.get('plot');
    if (result?.type !== 'plot') throw new Error('no plot');
    expect(result.places.length).toBeLessThanOrEqual(limits.samples);
    expect(new Set(result.places).size).toBe(result.places.length);
    expect(result.curves.length + result.problems.length).toBe(1);
    for (const { heights } of result.curves) {
      expect(heights).toHaveLength(result.places.length);
      expect(heights.every((height) => height === null || Number.isFinite(height))).toBe(true);
    }
  });
});

test('nothing is ever compiled from text: the language works without eval and Function', () => {
  const forbidden = () => {
    throw new Error('code from text');
  };
  vi.stubGlobal('eval', forbidden);
  vi.stubGlobal('Function', new Proxy(Function, { apply: forbidden, construct: forbidden }));
  expect(() => new Function('return 1')).toThrow('code from text');
  const { values } = evaluateNotebook(
    [formula('a', 'f(x) = x^2 + K; K = 3; y = f(2) + floor(2.5) + max(1, 2)')],
    createLanguage(),
  );
  expect(values.get('y')).toBe(11);
});

test.each([';', '；'])(
  'a cell with too many statements, cut by %s, takes no other with it',
  (sign) => {
    const cells = [formula('flood', `1${sign}`.repeat(600)), formula('good', 'x = 2')];
    const { results, values } = evaluateNotebook(cells, language);
    expect(results.get('flood')).toMatchObject({
      lines: [{ problem: { kind: 'notebookTooLarge' } }],
    });
    expect(values.get('x')).toBe(2);
  },
);

test('a notebook with too many formulas leaves out those at its end', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `x${index} = ${index}`);
  const cells = Array.from({ length: 20 }, (_, index) =>
    formula(`c${index}`, lines.map((line) => `c${index}_${line}`).join('\n')),
  );
  const { results } = evaluateNotebook(cells, language);
  expect(results.get('c7')).toMatchObject({ lines: { length: 60 } });
  expect(results.get('c8')).toMatchObject({ lines: [{ problem: { kind: 'notebookTooLarge' } }] });
  expect(results.get('c19')).toMatchObject({ lines: [{ problem: { kind: 'notebookTooLarge' } }] });
});
