import type { Cell, CellResult, Language } from '$lib/notebook/formula';
import { evaluateNotebook } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const language = createLanguage();

const formula = (id: string, source: string): Cell => ({ id, type: 'formula', title: '', source });
const slider = (name: string, value: number): Cell => ({
  ...{ id: `slider-${name}`, type: 'slider', title: '', name, value },
  ...{ min: 0, max: 10, step: 1 },
});

function evaluate(...cells: Cell[]) {
  return evaluateNotebook(cells, language);
}

function lines(result: CellResult | undefined) {
  return result?.type === 'formula' ? result.lines : [];
}

/** The first problem of a cell. */
function problem(cells: Cell[], id: string) {
  return lines(evaluate(...cells).results.get(id)).find((line) => line.problem)?.problem;
}

/** A language that keeps account of what it was asked to run. */
function counting(): { language: Language; ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    language: {
      parse(text) {
        const parsed = language.parse(text);
        if (!parsed.ok) return parsed;
        const { statement } = parsed;
        const run = (scope: Parameters<typeof statement.run>[0]) => {
          ran.push(text);
          return statement.run(scope);
        };
        return { ok: true, statement: { ...statement, run } };
      },
    },
  };
}

describe('a notebook is computed', () => {
  test('in dependency order, whatever order it is written in', () => {
    const { values } = evaluate(
      formula('size', 'O = floor((W - K + 2*P)/S) + 1; W = 28; P = 0; S = 1'),
      formula('count', 'n = O^2'),
      slider('K', 5),
    );
    expect(values.get('n')).toBe(576);
  });

  test('with functions of the reader’s own, which see the names around them', () => {
    const { values } = evaluate(
      formula('use', 'y = leaky(-2)'),
      formula('define', 'leaky(x) = x > 0 ? x : slope*x; slope = 0.1'),
    );
    expect(values.get('y')).toBeCloseTo(-0.2);
  });

  test('each line in symbols, with values, and with its value', () => {
    const { results } = evaluate(formula('a', 'y = 2*x + 1; x = 3'));
    expect(results.get('a')).toMatchObject({
      lines: [
        { tex: 'y = 2 x + 1', valuesTex: '= 2 \\cdot 3 + 1 = 7', value: 7, stated: false },
        { tex: 'x = 3', value: 3, stated: true, start: 13, end: 18 },
      ],
    });
  });

  test('a rounded result says that it is', () => {
    const [line] = lines(evaluate(formula('a', 'y = 1/3')).results.get('a'));
    expect(line?.valuesTex).toBe('\\approx 0.333333');
  });

  test('constants have their value until a cell gives them another', () => {
    expect(evaluate(formula('a', 'y = e')).values.get('y')).toBe(Math.E);
    expect(evaluate(formula('a', 'y = e; e = 3')).values.get('y')).toBe(3);
  });

  test('full-width signs and printed mathematics are read', () => {
    const { values } = evaluate(formula('a', 'Ｏ＝（２８−５）÷１＋１； y = O² × 2'));
    expect(values.get('y')).toBe(1152);
  });
});

describe('an edit', () => {
  test('reruns only what depends on it, in order', () => {
    const { language, ran } = counting();
    const cells = [formula('a', 'a = 1; b = a + 1; c = b + 1'), formula('z', 'z = 9; y = z + 1')];
    const previous = evaluateNotebook(cells, language);
    ran.length = 0;
    const edited = [formula('a', 'a = 1; b = a + 2; c = b + 1'), cells[1]!];
    const { values } = evaluateNotebook(edited, language, { previous });
    expect(ran).toEqual(['b = a + 2', 'c = b + 1']);
    expect(values.get('c')).toBe(4);
  });

  test('stops where a value stays what it was', () => {
    const { language, ran } = counting();
    const previous = evaluateNotebook(
      [slider('K', 5), formula('a', 'h = floor(K/2); y = h + 1')],
      language,
    );
    ran.length = 0;
    evaluateNotebook([slider('K', 4), formula('a', 'h = floor(K/2); y = h + 1')], language, {
      previous,
    });
    expect(ran).toEqual(['h = floor(K/2)']);
  });

  test('after moving cells nothing is run again', () => {
    const { language, ran } = counting();
    const cells = [formula('a', 'a = 1 + 1'), formula('b', 'b = a + 1'), slider('K', 2)];
    const previous = evaluateNotebook(cells, language);
    ran.length = 0;
    const { values } = evaluateNotebook(cells.toReversed(), language, { previous });
    expect(ran).toEqual([]);
    expect(values.get('b')).toBe(3);
  });

  test('announces the cells it works on, and no others', () => {
    const cells = [formula('a', 'a = 1'), formula('b', 'b = a + 1'), formula('c', 'c = 5 + 5')];
    const previous = evaluateNotebook(cells, language);
    const started: string[] = [];
    evaluateNotebook([formula('a', 'a = 2'), ...cells.slice(1)], language, {
      previous,
      onStart: (cell) => started.push(cell),
    });
    expect(started).toEqual(['a', 'b']);
  });

  test('any sequence of edits gives what a fresh evaluation gives', () => {
    const operand = fc.constantFrom('a', 'b', 'c', 'd', '2', '3');
    const source = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), operand, fc.constantFrom('+', '*', '-'), operand)
      .map(([name, left, sign, right]) => `${name} = ${left} ${sign} ${right}`);
    const notebook = fc.array(source, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(notebook, { minLength: 2, maxLength: 5 }), (edits) => {
        let previous;
        for (const sources of edits) {
          const cells = sources.map((text, index) => formula(`c${index}`, text));
          previous = evaluateNotebook(cells, language, { previous });
          const fresh = evaluateNotebook(cells, language);
          expect(previous.results).toEqual(fresh.results);
          expect(previous.values).toEqual(fresh.values);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

describe('a problem stays in its own line', () => {
  test('a cycle is named from each of its members, and what depends on it says so', () => {
    const cells = [
      formula('a', 'a = b'),
      formula('b', 'b = c + 1; c = a'),
      formula('d', 'd = a; ok = 1'),
    ];
    const { values } = evaluate(...cells);
    expect(problem(cells, 'a')).toEqual({ kind: 'cycle', names: ['a', 'b', 'c'] });
    expect(problem(cells, 'd')).toEqual({ kind: 'needs', name: 'a', cell: 'a' });
    expect(values.get('ok')).toBe(1);
  });

  test('a name that needs itself is a cycle, and so is a recursive function', () => {
    expect(problem([formula('a', 'a = a + 1')], 'a')).toEqual({ kind: 'cycle', names: ['a'] });
    expect(problem([formula('f', 'f(n) = n < 1 ? 1 : f(n - 1)')], 'f')).toEqual({
      kind: 'cycle',
      names: ['f'],
    });
  });

  test('a second definition is refused; the first one stands', () => {
    const cells = [formula('first', 'W = 28'), formula('second', 'W = 32; y = W')];
    expect(problem(cells, 'second')).toEqual({ kind: 'duplicate', name: 'W', cell: 'first' });
    expect(evaluate(...cells).values.get('y')).toBe(28);
  });

  test('a line that cannot be read takes no other with it', () => {
    const cells = [formula('a', 'x = (1; y = 2\nz = x + 1')];
    const result = lines(evaluate(...cells).results.get('a'));
    expect(result.map((line) => line.problem?.kind)).toEqual(['syntax', undefined, 'needs']);
  });

  test('the place of a mistake is counted in what was typed', () => {
    const cells = [formula('a', 'a = 1;\nb ≤ * 2')];
    expect(problem(cells, 'a')).toMatchObject({ kind: 'syntax', at: 11 });
  });

  test.each<[string, object]>([
    ['y = Kernel; kernel = 3', { kind: 'unknownName', name: 'Kernel', nearest: 'kernel' }],
    ['y = widht; width = 3', { kind: 'unknownName', name: 'widht', nearest: 'width' }],
    ['y = flor(2)', { kind: 'unknownFunction', name: 'flor', nearest: 'floor' }],
    ['y = import(2)', { kind: 'unknownFunction', name: 'import' }],
    ['y = W(2); W = 3', { kind: 'notAFunction', name: 'W' }],
    ['y = f + 1; f(x) = x', { kind: 'functionWithoutArguments', name: 'f' }],
    ['y = f(1, 2); f(x) = x', { kind: 'argumentCount', name: 'f', least: 1, most: 1, actual: 2 }],
    ['y = 1/0', { kind: 'divisionByZero' }],
    ['y = log(-1)', { kind: 'notANumber' }],
  ])('%s', (source, expected) => {
    expect(problem([formula('a', source)], 'a')).toMatchObject(expected);
  });

  test('functions that double their work at every step are refused before they run', () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `f${n + 1}(x) = f${n}(x) + f${n}(x)`);
    const cells = [formula('a', ['f0(x) = x', ...doubling, 'y = f40(1)'].join('\n'))];
    expect(problem(cells, 'a')).toEqual({ kind: 'tooMuchWork' });
  });

  test('a cell that is left out says that it took too long; its names are missed', () => {
    const { results } = evaluateNotebook([formula('a', 'a = 1'), formula('b', 'b = 2')], language, {
      skip: new Set(['a']),
    });
    expect(lines(results.get('a'))[0]?.problem).toEqual({ kind: 'tooSlow' });
    expect(lines(results.get('b'))[0]?.value).toBe(2);
  });

  test.each<[Partial<Extract<Cell, { type: 'slider' }>>, object]>([
    [{ name: '2a' }, { kind: 'badName', name: '2a' }],
    [{ name: 'max' }, { kind: 'reservedName', name: 'max' }],
    [{ min: 3, max: 3 }, { kind: 'emptyRange' }],
    [{ step: 0 }, { kind: 'badStep' }],
  ])('a slider with %o', (settings, expected) => {
    const cell = { ...slider('K', 5), ...settings } as Cell;
    expect(evaluate(cell).results.get(cell.id)).toMatchObject({ problem: expected });
  });
});
