import { createLanguage } from '$lib/notebook/formula/mathjs';
import { expressionTex, inSymbols, type SetName } from '$lib/notebook/formula/tex';
import { valueTex } from '$lib/notebook/formula/tex';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedValue } from './printed-value';

const language = createLanguage();
const names = { a: 3, b: -2, c: 0.5, d: 1e-5 };
const scope = new Map<string, number>(Object.entries(names));
const asValues: SetName = (name) => {
  const value = names[name as keyof typeof names];
  return { tex: valueTex(value), value };
};

/** What is typed: every sign of the language, with brackets and without. */
const { typed } = fc.letrec<{ typed: string; simple: string }>((tie) => {
  const part = tie('typed');
  const two = (signs: string[]) =>
    fc.tuple(part, fc.constantFrom(...signs), part).map(([l, sign, r]) => `${l} ${sign} ${r}`);
  return {
    simple: fc.constantFrom(...Object.keys(names), '2', '7', '0.3', '10', 'true'),
    typed: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'typed' },
      tie('simple'),
      two(['+', '-', '*', '/', '^', 'mod', '%', '**', '·']),
      two(['<', '<=', '>', '>=', '==', '!=']),
      two(['and', 'or', '∧', '∨']),
      part.map((inside) => `(${inside})`),
      fc
        .tuple(fc.constantFrom('-', '+', 'not ', '¬', '√'), part)
        .map(([sign, right]) => `${sign}${right}`),
      part.map((inside) => `${inside}%`),
      part.map((inside) => `|${inside}|`),
      part.map((inside) => `⌊${inside}⌋`),
      part.map((inside) => `${inside}²`),
      fc
        .tuple(fc.constantFrom('ceil', 'exp', 'ln', 'sqrt', 'sign', 'log_2'), part)
        .map(([name, inside]) => `${name}(${inside})`),
      fc
        .tuple(fc.constantFrom('max', 'mod', 'pow', 'log', 'min'), part, part)
        .map(([name, x, y]) => `${name}(${x}, ${y})`),
      fc
        .tuple(fc.constantFrom('2', '7'), fc.constantFrom('a', 'c', '(a + b)', '|b|'))
        .map((pieces) => pieces.join('')),
      fc.tuple(part, part, part).map(([x, y, z]) => `${x} ? ${y} : ${z}`),
    ),
  };
});

function agree(text: string): 'refused' | 'without value' | 'agrees' {
  const parsed = language.parse(text);
  if (!parsed.ok) return 'refused';
  const { body } = parsed.statement;
  const printed = [expressionTex(body, inSymbols()), expressionTex(body, asValues)];
  // Read even where there is no value: no reader may be in doubt about any of it.
  const read = printed.map((tex) => Number(printedValue(tex, names)));
  let value: number;
  try {
    value = Number(parsed.statement.run(scope));
  } catch {
    return 'without value';
  }
  if (!Number.isFinite(value) || Math.abs(value) > 1e12) return 'without value';
  for (const [index, number] of read.entries()) {
    const context = `${text} is ${value}, printed ${printed[index]} reads ${number}`;
    expect(Math.abs(number - value) <= 1e-6 * Math.max(1, Math.abs(value)), context).toBe(true);
  }
  return 'agrees';
}

test('what is computed is what a reader of the printed formula computes', () => {
  const counts = { refused: 0, 'without value': 0, agrees: 0 };
  fc.assert(
    fc.property(typed, (text) => {
      counts[agree(text)]++;
    }),
    { numRuns: 4000, seed: 10 },
  );
  expect(counts.agrees).toBeGreaterThan(1000);
});

test.each([
  'not 3 > 4',
  'not a + b',
  'not a and b',
  'a and not b',
  '50% + 1',
  '7 % 4',
  '7 % -4',
  '-7 mod 4',
  'a mod b * c',
  'a + b mod c',
  'a mod (b + 7)',
  'mod(a + b, 7)',
  '-b mod 7',
  'pow(a, 2)^2',
  '(a/2)^2',
  '2^50%',
  '-a^2',
  '2^-1',
  'a/2 c',
  '1/2 a',
  'b^2',
  'd mod 2',
  'd^2',
  '2 d%',
  '-(-a)',
  'a - -b',
  '(a mod 2)%',
  'a > 0 ? b : c',
  'not a > 0 ? b : c',
  'a % 2 == 1 and b < 0',
])('%s', (text) => {
  expect(agree(text)).toBe('agrees');
});
