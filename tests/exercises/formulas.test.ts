import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaRules, printFormula, taskOf, type FormulaRule } from '$lib/exercises';
import { evaluate } from '$lib/exercises/expression';
import { counterexample, judgeFormula, trialsOf } from '$lib/exercises/formulas/rule';
import { formulaWords } from '$lib/views/exercise/words';

const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** The ways in which a reader may write a formula. */
const notations = (text: string) => [
  text,
  ` ${text} `,
  `y = ${text}`,
  `(${text}) * 1`,
  `0 + ${text.replaceAll(' ', '')}`,
  text.toUpperCase().replaceAll('LN', 'ln').replaceAll('LOG', 'log'),
  fullWidth(text),
  printFormula(text),
];

describe.each(Object.entries<FormulaRule>(formulaRules))('%s', (name, rule) => {
  test('accepts its formula in every notation, and in any equal form', () => {
    for (const text of notations(rule.right)) {
      expect([text, judgeFormula(rule, text)]).toEqual([text, { is: 'right' }]);
    }
    const [letter] = rule.letters as [string];
    expect(judgeFormula(rule, `${rule.right} + ${letter} - ${letter}`)).toEqual({ is: 'right' });
    const task = taskOf({ kind: 'formula', rule: name, items: [] }, 1);
    expect(task.judge(task.right)).toEqual({ is: 'right' });
  });

  test('answers each slip by its own name, in every notation', () => {
    for (const [slip, wrong] of Object.entries(rule.slips)) {
      for (const text of notations(wrong)) {
        expect([text, judgeFormula(rule, text)]).toEqual([text, { is: 'slip', slip }]);
      }
    }
  });

  test('tells nonsense from a formula, and says where a wrong one is wrong', () => {
    for (const text of ['', 'no idea', `${rule.letters[0]} +`, 'q', '((', '9'.repeat(300)]) {
      expect(judgeFormula(rule, text)).toEqual({ is: 'unread' });
    }
    const wrong = `${rule.right} + 7.5`;
    expect(judgeFormula(rule, wrong)).toEqual({ is: 'wrong' });
    const { setting, value } = counterexample(rule, wrong)!;
    expect(Object.keys(setting)).toEqual(rule.letters);
    expect(value).toBeCloseTo(evaluate(rule.right, setting)! + 7.5, 9);
  });

  test('is defined on all its settings, and has words for its slips', async () => {
    for (const setting of trialsOf(rule)) expect(evaluate(rule.right, setting)).toBeDefined();
    const { en, zh } = await formulaWords[name as keyof typeof formulaWords]();
    const names = [...Object.keys(rule.slips), 'hint1', 'hint2', 'solution'].sort();
    expect([Object.keys(en).sort(), Object.keys(zh).sort()]).toEqual([names, names]);
  });
});

test('a formula reads products without a sign, and a calculation does not', () => {
  const values = { c: 3, o: 5, k: 2 };
  expect(evaluate('2c', values)).toBe(6);
  expect(evaluate('ock', values)).toBe(30);
  expect(evaluate('o(ck^2+1)', values)).toBe(65);
  expect(evaluate('⌈o / k⌉ c', values)).toBe(9);
  expect(evaluate('6(2 + 1)')).toBeUndefined();
  expect(evaluate('constructor', values)).toBeUndefined();
});

test('nothing that can be typed throws', () => {
  const piece = fc.constantFrom(
    'n',
    'k',
    '2',
    '(',
    ')',
    '^',
    '*',
    '/',
    '⌊',
    '⌋',
    'floor',
    ' ',
    '-',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        judgeFormula(formulaRules['window-count'], text);
      },
    ),
    { numRuns: 200 },
  );
});
