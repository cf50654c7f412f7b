import katex from 'katex';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexedSymbol } from '$lib/ui/indexed-symbol';
import { katexOptions } from '$lib/ui/tex';

const byKatex = (tex: string, displayMode: boolean) =>
  katex.renderToString(tex, { ...katexOptions, macros: { ...katexOptions.macros }, displayMode });

const law = { seed: 20, numRuns: 60 };

it('an x with indices is what KaTeX makes of it', () => {
  const indices = fc.array(fc.nat(99_999), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(indices, fc.boolean(), (index, display) => {
      const tex = `\\inp{x_{${index.join(',')}}}`;
      expect(indexedSymbol(tex, display)).toBe(byKatex(tex, display));
    }),
    law,
  );
});

it.each([
  '',
  'x',
  '\\inp{x}',
  '\\inp{x_{3}}',
  '\\inp{y_{0,1}}',
  '\\inp{x_{0,i}}',
  '\\inp{x_{0,1}} + 1',
])('any other formula is left to KaTeX: %s', (tex) =>
  expect(indexedSymbol(tex, true)).toBeUndefined(),
);
