import fc from 'fast-check';
import { evaluate } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { answer, type LayerResult } from '$lib/views/layer-calculator/answer';
import {
  defaultSettings,
  layerKinds,
  type LayerSettings,
} from '$lib/views/layer-calculator/form/settings';
import { costFormula, costNamesOf, costsOf } from '$lib/views/layer-calculator/formula/cost';
import { isCorrected, sizeFormulas } from '$lib/views/layer-calculator/formula/size';
import { messages } from '$lib/views/layer-calculator/messages';

/** What a formula of the calculator, written in TeX with numbers put in, comes to. */
function valueOf(tex: string): number {
  let text = tex.replaceAll('{,}', '');
  const coloured = /\\(?:inp|out|weight|bias)\{([^{}]*)\}/;
  while (coloured.test(text)) text = text.replace(coloured, '$1');
  const fraction = /\\t?frac\{([^{}]*)\}\{([^{}]*)\}/;
  while (fraction.test(text)) text = text.replace(fraction, '(($1)/($2))');
  text = text
    .replaceAll(/\\left\\l(floor|ceil)/g, '$1(')
    .replaceAll(/\\right\\r(?:floor|ceil)/g, ')')
    .replaceAll(/\\cdot|\\,/g, '*');
  expect(text).not.toContain('\\');
  return evaluate(text) as number;
}

/** The sides of `{}=…=…=28` that stand between equals signs, each as a number. */
const sidesOf = (formula: string) => formula.replace('{}=', '').split('=').map(valueOf);

const upTo = (first: number, last: number) => fc.integer({ min: first, max: last }).map(String);
const side = { input: upTo(1, 30), kernel: upTo(1, 5), stride: upTo(1, 4), padding: upTo(0, 3) };
const forms: fc.Arbitrary<Partial<LayerSettings>> = fc.record({
  kind: fc.constantFrom(...layerKinds),
  ...side,
  dilation: upTo(1, 3),
  outputPadding: upTo(0, 2),
  inputWidth: fc.oneof(fc.constant(''), side.input),
  kernelWidth: fc.oneof(fc.constant(''), side.kernel),
  strideWidth: fc.oneof(fc.constant(''), side.stride),
  groups: fc.constantFrom('1', '2'),
  in: fc.constantFrom('2', '6', '1200'),
  out: fc.constantFrom('2', '6', '1600'),
  batch: upTo(1, 2000),
  bias: fc.boolean(),
  ceilMode: fc.boolean(),
});

function everyLayer(check: (result: LayerResult, settings: LayerSettings) => void) {
  let checked = 0;
  fc.assert(
    fc.property(forms, (changes) => {
      const settings = { ...defaultSettings[changes.kind ?? 'conv'], ...changes };
      const result = answer(settings);
      if (result.kind !== 'layer') return;
      checked++;
      check(result, settings);
    }),
    { seed: 1998, numRuns: 600 },
  );
  expect(checked).toBeGreaterThan(200);
}

describe('what the formulas come to, with the numbers put in', () => {
  it('the size: also where ceil mode drops a window, and only there with a −1', () => {
    let dropped = 0;
    everyLayer((result, { kind }) => {
      if (kind === 'linear') return;
      for (const [axis, [inSymbols, inNumbers]] of sizeFormulas(kind, result).entries()) {
        const size = result.measure.output[axis + 1];
        expect(sidesOf(inNumbers)).toEqual([size, size]);
        const corrected = isCorrected(result, axis as 0 | 1);
        expect(inSymbols.endsWith('+1-1')).toBe(corrected);
        dropped += Number(corrected);
      }
    });
    expect(dropped).toBeGreaterThan(2);
  });

  it('every cost', () => {
    everyLayer((result, { kind }) => {
      for (const name of costNamesOf(kind)) {
        const [, inNumbers] = costFormula(name, kind, result, messages.en);
        if (inNumbers === undefined || inNumbers.includes('\\times')) continue;
        const [value] = costsOf(result)[name];
        expect(new Set(sidesOf(inNumbers))).toEqual(new Set([value]));
      }
    });
  });
});
