import katex from 'katex';
import { afterEach, expect, test } from 'vitest';
import { FormulaMarkup } from '$lib/ui/formula-markup';
import { katexOptions } from '$lib/ui/tex';

const render = (tex: string, output: 'html' | 'mathml' | 'htmlAndMathml') =>
  katex.renderToString(tex, { ...katexOptions, macros: { ...katexOptions.macros }, output });

// The page is shared with the tests of other files.
afterEach(() => document.body.replaceChildren());

function opened(tex: string) {
  const element = document.createElement('span');
  document.body.append(element);
  const markup = new FormulaMarkup(element);
  markup.show(render(tex, 'html'));
  markup.complete(render(tex, 'mathml'));
  return { element, markup };
}

test('what is seen and heard is what KaTeX would have made of both', () => {
  const { element } = opened('\\out{y} = \\frac{28 - 5}{1}');
  const whole = document.createElement('span');
  whole.innerHTML = render('\\out{y} = \\frac{28 - 5}{1}', 'htmlAndMathml');
  expect(element.innerHTML).toBe(whole.innerHTML);
});

test.each([
  ['another number of the same length', 'a = 28', 'a = 14', true],
  ['a longer number', 'a = 28 + \\frac{1}{2}', 'a = 1024 + \\frac{7}{2}', true],
  ['a sign more', 'a = 28', 'a = -28', false],
  ['a fraction', 'a = 28', 'a = \\frac{28}{1}', false],
  ['another role', '\\inp{x}', '\\weight{x}', false],
  ['a character that markup escapes', '\\text{a}', '\\text{\\&}', false],
])('%s: %s → %s, the elements stay: %s', (_, from, to, stays) => {
  const { element, markup } = opened(from);
  const before = element.querySelector('.base');
  markup.show(render(to, 'html'));
  expect(element.querySelector('.base') === before).toBe(stays);
  markup.complete(render(to, 'mathml'));
  const whole = document.createElement('span');
  whole.innerHTML = render(to, 'htmlAndMathml');
  expect(element.innerHTML).toBe(whole.innerHTML);
});

test('back and forth between forms: nothing of the one before is left', () => {
  const { element, markup } = opened('a = 1');
  for (const tex of ['a = 2', 'a = \\frac{3}{4}', 'a = \\frac{5}{6}', 'a = 1']) {
    markup.show(render(tex, 'html'));
    expect(element.querySelector('.katex-html')?.textContent?.replaceAll('\u200b', '')).toBe(
      tex.replace(/\\frac\{(\d)\}\{(\d)\}/, '$2$1').replaceAll(' ', ''),
    );
  }
});
