import { problemSentence } from '$lib/views/formula/problem-sentence';
import { fileSentence } from '$lib/pages/scratch/file-sentence';
import type { Problem } from '$lib/notebook/formula';
import { describe, expect, test } from 'vitest';

const surroundings = { source: 'a = 1 +* 2', cellName: (id: string) => `cell ${id}` };

const cases: [Problem, string, string][] = [
  [{ kind: 'syntax', reason: 'bracket', at: 3 }, 'bracket', '括号'],
  [{ kind: 'syntax', reason: 'ended', at: 10 }, 'at the end', '末尾'],
  [{ kind: 'syntax', reason: 'expectedValue', at: 7 }, 'before “* 2”', '“* 2”之前'],
  [{ kind: 'syntax', reason: 'unexpected', at: 7 }, '“* 2”', '“* 2”'],
  [{ kind: 'forbidden', what: 'list', part: '' }, 'Lists', '列表'],
  [{ kind: 'forbidden', what: 'operator', part: '!' }, '“!”', '“!”'],
  [{ kind: 'unknownName', name: 'Q' }, 'Q = 1', 'Q = 1'],
  [{ kind: 'unknownName', name: 'Kernel', nearest: 'kernel' }, '“kernel”', '“kernel”'],
  [{ kind: 'unknownFunction', name: 'import' }, 'floor', 'floor'],
  [{ kind: 'unknownFunction', name: 'flor', nearest: 'floor' }, '“floor”', '“floor”'],
  [{ kind: 'notAFunction', name: 'W' }, 'W * (…)', 'W * (…)'],
  [{ kind: 'functionWithoutArguments', name: 'f' }, 'f(…)', 'f(…)'],
  [{ kind: 'argumentCount', name: 'log', least: 1, most: 2, actual: 3 }, '1 to 2', '1 到 2'],
  [{ kind: 'reservedName', name: 'max' }, 'max', 'max'],
  [{ kind: 'badName', name: '' }, 'name is missing', '缺一个名称'],
  [{ kind: 'badName', name: '2a' }, '2a', '2a'],
  [{ kind: 'empty' }, 'nothing', '空'],
  [{ kind: 'tooLong', actual: 3000, limit: 2000 }, '3000', '3000'],
  [{ kind: 'tooDeep', limit: 100 }, '100', '100'],
  [{ kind: 'tooManyParts', limit: 400 }, '400', '400'],
  [{ kind: 'notebookTooLarge', statements: 500, characters: 20000 }, '500', '500'],
  [{ kind: 'tooMuchWork' }, 'too many steps', '步骤太多'],
  [{ kind: 'tooSlow' }, 'too long', '太长'],
  [{ kind: 'tooManyCurves', limit: 3 }, '3', '3'],
  [{ kind: 'duplicate', name: 'W', cell: 'a' }, 'cell a', 'cell a'],
  [{ kind: 'cycle', names: ['a'] }, 'itself', '自己'],
  [{ kind: 'cycle', names: ['a', 'b'] }, 'a → b → a', 'a → b → a'],
  [{ kind: 'needs', name: 'W', cell: 'a' }, 'cell a', 'cell a'],
  [{ kind: 'infinite' }, '1.8e308', '1.8e308'],
  [{ kind: 'divisionByZero' }, 'divided by 0', '除以了 0'],
  [{ kind: 'badPlaces', most: 15 }, '−15 to 15', '−15 到 15'],
  [{ kind: 'instead', typed: '//', write: 'floor(a/b)' }, 'floor(a/b)', 'floor(a/b)'],
  [{ kind: 'instead', typed: '√', write: 'sqrt(x)' }, 'sqrt(x)', 'sqrt(x)'],
  [{ kind: 'unpaired', sign: '|' }, 'write or', '请写 or'],
  [{ kind: 'unpaired', sign: '⌋' }, '“⌋”', '“⌋”'],
  [{ kind: 'notNeedsBrackets' }, 'brackets', '括号'],
  [{ kind: 'syntax', reason: 'comma', at: 3 }, '61,706', '61,706'],
  [{ kind: 'rangeTooWide' }, 'too wide', '太宽'],
  [{ kind: 'rangeTooNarrow' }, 'too narrow', '太窄'],
  [{ kind: 'notANumber' }, 'No number', '算不出'],
  [{ kind: 'emptyRange' }, 'range', '范围'],
  [{ kind: 'badStep' }, 'step', '步长'],
];

describe('a problem is a sentence in both languages', () => {
  test.each(cases)('%o', (problem, english, chinese) => {
    const en = problemSentence('en', problem, surroundings);
    const zh = problemSentence('zh', problem, surroundings);
    expect(en).toContain(english);
    expect(en).toMatch(/[.?]$/);
    expect(zh).toContain(chinese);
    expect(zh).toMatch(/[。？]$/);
  });
});

test('a place in a file is told as a reader counts', () => {
  const problem = { kind: 'badValue', where: 'cells.1.max', expected: 'number' } as const;
  expect(fileSentence('en', problem)).toBe('at cells[2].max, a number was expected.');
  expect(fileSentence('zh', problem)).toBe('在 cells[2].max 处，应为数。');
});
