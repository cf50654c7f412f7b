import { limits } from '$lib/notebook/formula';
import { builtIns } from '$lib/notebook/formula/functions';
import { namesUsed, type Value } from '$lib/notebook/formula/language';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { describe, expect, test } from 'vitest';

const language = createLanguage();

function evaluate(text: string, scope: Record<string, Value> = {}): unknown {
  const parsed = language.parse(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.statement.run(new Map(Object.entries(scope)));
}

function problem(text: string) {
  const parsed = language.parse(text);
  return parsed.ok ? undefined : parsed.problem;
}

describe('what the language computes', () => {
  test.each<[string, unknown]>([
    ['1 + 2 * 3', 7],
    ['-2^2', -4],
    ['2^3^2', 512],
    ['7 / 2', 3.5],
    ['7 mod 4', 3],
    ['7 % 4', 3],
    ['floor((28 - 5 + 2*2)/2) + 1', 14],
    ['ceil(2.1) + round(2.345, 2)', 5.35],
    ['abs(-3) + sign(-3)', 2],
    ['max(1, 5, 2) - min(1, 5, 2)', 4],
    ['sum(1, 2, 3) + mean(1, 2, 3)', 8],
    ['sqrt(16) + pow(2, 3)', 12],
    ['log(e^2) + log(8, 2) + log2(8) + log10(1000)', 11],
    ['exp(0) + cos(0) + sin(0) + tan(0) + tanh(0) + atan(0)', 2],
    ['3 > 2 and not (1 == 2)', true],
    ['1 < 2 < 3', true],
    ['1 != 1 or 2 <= 1 or 3 >= 4', false],
    ['5 > 3 ? 1 : 2', 1],
    ['50%', 0.5],
    ['sqrt(-1)', NaN],
    ['1/0', Infinity],
  ])('%s → %s', (text, value) => {
    expect(evaluate(text)).toEqual(value);
  });

  test('every function of the table is one that mathjs evaluates', () => {
    for (const [name, { arguments: bounds }] of builtIns) {
      const args = Array.from({ length: bounds[0] }, () => '0.5').join(', ');
      expect(evaluate(`${name}(${args})`), name).toBeTypeOf('number');
    }
  });

  test('names are Latin, Greek or Chinese, with digits and subscripts', () => {
    expect(evaluate('C_in * λ + 步长 + W2', { C_in: 2, λ: 3, 步长: 4, W2: 5 })).toBe(15);
  });

  test('a statement says what it defines and what it needs', () => {
    const parsed = language.parse('f(x, y) = g(x)*K + max(y, pi)');
    if (!parsed.ok) throw new Error('not read');
    expect(parsed.statement).toMatchObject({ name: 'f', parameters: ['x', 'y'] });
    expect(namesUsed(parsed.statement)).toEqual({ values: ['K', 'pi'], functions: ['g'] });
  });
});

describe('what the language refuses', () => {
  test.each<[string, object]>([
    ['a =', { kind: 'syntax', reason: 'ended', at: 3 }],
    ['a = (1 + 2', { kind: 'syntax', reason: 'bracket', at: 10 }],
    ['a = 1)', { kind: 'syntax', reason: 'unexpected', at: 5 }],
    ['a = * 2', { kind: 'syntax', reason: 'expectedValue', at: 4 }],
    ['3 5', { kind: 'syntax', reason: 'unexpected', at: 2 }],
    ['"text"', { kind: 'forbidden', what: 'text', part: '"text"' }],
    ['[1, 2, 3]', { kind: 'forbidden', what: 'list' }],
    ['1:1e9', { kind: 'forbidden', what: 'range' }],
    ['{a: 1}', { kind: 'forbidden', what: 'object' }],
    ['a.b', { kind: 'forbidden', what: 'property' }],
    ['a[1]', { kind: 'forbidden', what: 'property' }],
    ['a.b = 1', { kind: 'forbidden', what: 'property' }],
    ['a = b = 1', { kind: 'forbidden', what: 'innerAssignment' }],
    ['(a = 1) + 1', { kind: 'forbidden', what: 'innerAssignment' }],
    ['170!', { kind: 'forbidden', what: 'operator', part: '!' }],
    ['1 xor 2', { kind: 'forbidden', what: 'operator', part: 'xor' }],
    ['2 to cm', { kind: 'forbidden', what: 'operator', part: 'to' }],
    ['NaN', { kind: 'forbidden', what: 'constant' }],
    ['1e400', { kind: 'infinite' }],
    ['max = 3', { kind: 'reservedName', name: 'max' }],
    ['in = 3', { kind: 'reservedName', name: 'in' }],
    ['constructor = 3', { kind: 'reservedName', name: 'constructor' }],
    ['f(toString) = 3', { kind: 'reservedName', name: 'toString' }],
    ['_a = 3', { kind: 'badName', name: '_a' }],
    [`${'a'.repeat(33)} = 3`, { kind: 'badName' }],
    ['max', { kind: 'functionWithoutArguments', name: 'max' }],
    ['floor()', { kind: 'argumentCount', name: 'floor', least: 1, most: 1, actual: 0 }],
    ['f(g) = g(1)', { kind: 'notAFunction', name: 'g' }],
  ])('%s', (text, expected) => {
    expect(problem(text)).toMatchObject(expected);
  });

  test.each<[string, string, object]>([
    ['three thousand characters', `${'1+'.repeat(1500)}1`, { kind: 'tooLong', actual: 3001 }],
    ['five hundred brackets', '('.repeat(500) + '1' + ')'.repeat(500), { kind: 'tooDeep' }],
    ['two thousand signs', `${'-'.repeat(1999)}1`, { kind: 'tooDeep' }],
    ['a tower of powers', `${'9^'.repeat(900)}9`, { kind: 'tooDeep' }],
    ['a sum of 150 terms', `1${'+1'.repeat(150)}`, { kind: 'tooDeep' }],
    ['600 parts', `max(${'x+1,'.repeat(200)}1)`, { kind: 'tooManyParts', limit: limits.nodes }],
  ])('%s', (_case, text, expected) => {
    expect(problem(text)).toMatchObject(expected);
  });
});
