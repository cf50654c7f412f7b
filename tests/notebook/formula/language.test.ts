import { limits } from '$lib/notebook/formula';
import { builtIns } from '$lib/notebook/formula/functions';
import { namesUsed, type Value } from '$lib/notebook/formula/language';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { normalise } from '$lib/notebook/formula/normalise';
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
    ['50% + 1', 1.5],
    ['1 + 50%', 1.5],
    ['50% - 1', -0.5],
    ['2^50%', Math.SQRT2],
    ['5%%', 0.0005],
    ['7 % (4)', 3],
    ['7 % -4', -3.93],
    ['7 mod -4', -1],
    ['-7 mod 4', 1],
    ['mod(1e17, 3)', 1],
    ['mod(0.3, 0.1) + mod(5.5, 0.1)', 0],
    ['mod(-1e-20, 1)', 0],
    ['not 3 > 4', true],
    ['not 1 + 1 == 3', true],
    ['not true and false', false],
    ['not 1 < 2 < 3', false],
    ['round(1234.567, -2)', 1200],
    ['round(-2.5) + round(2.5)', 0],
    ['round(1.005, 2)', 1.01],
    ['round(1e17 + 16, -2)', 1e17],
    ['round(1e-320, 15)', 0],
    ['0.1 + 0.2 == 0.3', true],
    ['floor(0.3/0.1) + ceil(0.1*3*10)', 6],
    ['floor(-0.0000001)', -1],
    ['floor(1e15 + 0.5) == 1e15 + 1', true],
    ['1/(1 + exp(1000))', 0],
    ['0 > 1 and 1/0 > 1', false],
    ['1 > 0 or 1/0 > 1', true],
    ['1 > 0 ? 2 : 1/0', 2],
    ['0^0', 1],
  ])('%s → %s', (text, value) => {
    expect(evaluate(text)).toEqual(typeof value === 'number' ? expect.closeTo(value, 12) : value);
  });

  test.each<[string, unknown]>([
    ['ln(e) + log_10(100) + log_3(9)', 5],
    ['arctan(0)', 0],
    ['⌊7/2⌋ + ⌈7/2⌉', 7],
    ['|2 - 5|', 3],
    ['||2 - 5| - 4|', 1],
    ['|2||3|', 6],
    ['2|-3|(1 + 1)', 12],
    ['|2 - |1 - 4||', 1],
    ['max(|-1|, ⌊2.5⌋)', 2],
    ['61,706 + 1', 61707],
    ['(1,234,567.5)', 1234567.5],
    ['max(61,706)', 706],
    ['5 • 2 · 2 ∙ 1', 20],
    ['2**3', 8],
    ['2**3**2', 512],
    ['√16 + √(9)', 7],
    ['2√4', 4],
    ['10⁻³', 0.001],
    ['2²³', 8388608],
    ['1 < 2 ∧ ¬(2 < 1) ∨ false', true],
    ['1 > 0 && 2 > 1', true],
    ['1.25 × 10^-7', 1.25e-7],
    ['50% × 2', 1],
    ['⌊5%⌋ + |5%|', 0.05],
  ])('what the page prints is understood: %s → %s', (text, value) => {
    const printed = normalise(text).text;
    expect(evaluate(printed)).toEqual(
      typeof value === 'number' ? expect.closeTo(value, 12) : value,
    );
  });

  test.each<[string, string]>([
    ['1/0', 'divisionByZero'],
    ['0/0', 'divisionByZero'],
    ['1/(1/0)', 'divisionByZero'],
    ['mod(5, 0)', 'divisionByZero'],
    ['5 mod (1 - 1)', 'divisionByZero'],
    ['0^-1', 'divisionByZero'],
    ['log(8, 1)', 'divisionByZero'],
    ['atan(1/0)', 'divisionByZero'],
    ['sqrt(-1)', 'notANumber'],
    ['sqrt(-1) > 0 ? 1 : 2', 'notANumber'],
    ['not sqrt(-1)', 'notANumber'],
    ['max(1, log(0))', 'notANumber'],
    ['(-8)^(1/3)', 'notANumber'],
    ['log(8, 0)', 'notANumber'],
    ['log(8, -2)', 'notANumber'],
    ['1e308*10 - 1e308*10', 'notANumber'],
    ['round(1.5, 0.5)', 'badPlaces'],
    ['round(1.5, 16)', 'badPlaces'],
  ])('where mathematics has no number there is none: %s', (text, kind) => {
    expect(() => evaluate(text)).toThrow(kind);
  });

  test('every function of the table is one that has a value', () => {
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
    ['28//3', { kind: 'instead', typed: '//', write: 'floor(a/b)' }],
    ['√f(2)', { kind: 'instead', typed: '√' }],
    ['a || b', { kind: 'unpaired', sign: '|' }],
    ['|x + 1', { kind: 'unpaired', sign: '|' }],
    ['(|x + 1)', { kind: 'unpaired', sign: '|' }],
    ['⌊x⌉', { kind: 'unpaired', sign: '⌉' }],
    ['⌊x', { kind: 'unpaired', sign: '⌋' }],
    ['3,5', { kind: 'syntax', reason: 'comma', at: 1 }],
    ['2 + |3,5|', { kind: 'argumentCount', name: 'abs' }],
    ['|a| * * b', { kind: 'syntax', reason: 'expectedValue', at: 6 }],
    ['2 > not 1', { kind: 'notNeedsBrackets' }],
    ['-not 1', { kind: 'notNeedsBrackets' }],
    ['ln = 3', { kind: 'reservedName', name: 'ln' }],
    ['arctan = 3', { kind: 'reservedName', name: 'arctan' }],
    ["f'(x) = 1", { kind: 'forbidden', what: 'operator', part: "'" }],
    ["'text'", { kind: 'forbidden', what: 'text', part: "'text'" }],
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
