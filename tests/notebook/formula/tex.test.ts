import { nameTex } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { numberTex } from '$lib/notebook/formula/numbers';
import { expressionTex, inSymbols, valueTex, type SetName } from '$lib/notebook/formula/tex';
import katex from 'katex';
import { describe, expect, test } from 'vitest';

const language = createLanguage();

function body(text: string) {
  const parsed = language.parse(text);
  if (!parsed.ok) throw new Error(`not read: ${text}`);
  return parsed.statement.body;
}

const withValues =
  (values: Record<string, number>): SetName =>
  (name) => ({ tex: valueTex(values[name]!), value: values[name]! });

/** TeX without the spaces that mean nothing, which would only make the cases hard to read. */
const compact = (tex: string) => tex.replace(/ (?![a-zA-Z])/g, '').replace(/\\left|\\right/g, '');

describe('a name in TeX', () => {
  test.each([
    ['W', 'W'],
    ['C_in', 'C_{\\mathrm{in}}'],
    ['W2', 'W_{2}'],
    ['w_i_j', 'w_{i,j}'],
    ['x1_max', 'x_{1,\\mathrm{max}}'],
    ['kernel', '\\mathrm{kernel}'],
    ['lambda', '\\lambda'],
    ['delta_k', '\\delta_{k}'],
    ['步长', '\\text{步长}'],
  ])('%s → %s', (name, tex) => {
    expect(nameTex(name)).toBe(tex);
  });
});

describe('a number in TeX', () => {
  test.each<[number, string, boolean]>([
    [0, '0', true],
    [-5, '-5', true],
    [61706, '61{,}706', true],
    [1234567, '1{,}234{,}567', true],
    [0.35, '0.35', true],
    [1 / 3, '0.333333', false],
    [1.25e-7, '1.25 \\times 10^{-7}', true],
    [3e21, '3 \\times 10^{21}', true],
    [123456.789, '123{,}457', false],
  ])('%s → %s', (value, tex, exact) => {
    expect(numberTex(value)).toEqual({ tex, exact });
  });
});

describe('an expression in symbols', () => {
  test.each([
    ['floor((W - K + 2*P)/S) + 1', '\\lfloor\\frac{W - K + 2 P}{S}\\rfloor + 1'],
    ['16*(6*5*5 + 1)', '16(6 \\cdot5 \\cdot5 + 1)'],
    ['C*K*K', 'C \\cdot K \\cdot K'],
    ['2P', '2 P'],
    ['2 kernel', '2\\, \\mathrm{kernel}'],
    ['(a + b)^2', '{(a + b)}^{2}'],
    ['x^(n + 1)', '{x}^{n + 1}'],
    ['sqrt(a)/(b)', '\\frac{\\sqrt{a}}{b}'],
    ['abs(x) <= 1', '|x|\\le1'],
    ['not a and b', '\\lnot a \\land b'],
    ['f(x, y)', 'f(x, y)'],
    ['a > 0 ? a : 0', 'a >0\\;?\\; a :0'],
  ])('%s', (text, tex) => {
    expect(compact(expressionTex(body(text), inSymbols())).replaceAll(' ', '')).toBe(
      tex.replaceAll(' ', ''),
    );
  });

  test('a name with a role has its colour', () => {
    expect(expressionTex(body('W + b'), inSymbols({ W: 'inp' }))).toBe('\\inp{W} + b');
  });
});

describe('an expression with values put in', () => {
  test.each<[string, Record<string, number>, string]>([
    ['(W - K + 2*P)/S', { W: 28, K: 5, P: 2, S: 1 }, '\\frac{28-5+2\\cdot2}{1}'],
    ['a + b', { a: -1, b: -2 }, '-1+(-2)'],
    ['a*b - c', { a: 2, b: -3, c: -4 }, '2\\cdot(-3)-(-4)'],
    ['a/b', { a: -1, b: -2 }, '\\frac{-1}{-2}'],
    ['a^2', { a: -3 }, '{(-3)}^{2}'],
    ['a^2', { a: 1e-7 }, '{(1\\times10^{-7})}^{2}'],
    ['2^a', { a: -3 }, '2^{-3}'],
    ['-a', { a: -3 }, '-(-3)'],
    ['max(0, a)', { a: -3 }, '\\max(0,-3)'],
    ['2a', { a: 3 }, '2\\cdot3'],
  ])('%s with %o', (text, values, tex) => {
    expect(compact(expressionTex(body(text), withValues(values))).replaceAll(' ', '')).toBe(tex);
  });
});

test('KaTeX reads all that is generated', () => {
  const sources = [
    'floor((W_in - K + 2*P)/S)^2 + 1e-9*alpha_2',
    'log(x, 2) + log(x) + mod(a, b) + (a mod b) + pow(a, b) + round(a, 2) + 5%',
    'a >= b and not (c != d) or x == y ? 步长 : true',
    'sum(a, b) + mean(a, b) + sign(a) + atan(a) + ceil(a) + tanh(x_1_max)',
  ];
  for (const source of sources) {
    expect(() => katex.renderToString(expressionTex(body(source), inSymbols()))).not.toThrow();
  }
});
