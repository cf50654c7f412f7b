import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kernelSpan,
  measureLayer,
  solvableFields,
  solveWindow,
  type WindowNumbers,
  type WindowQuestion,
} from '$lib/arithmetic';
import { paddingModes, type Layer } from '$lib/network';
import { behaviourOf } from '$lib/arithmetic/solve/behaviour';
import { nearestFamilies } from '$lib/arithmetic/solve/families';
import { mostListed } from '$lib/arithmetic/solve/solve-window';

const solve = (question: WindowQuestion) => {
  const result = solveWindow(question);
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
};

const c1 = { input: 32, kernel: 5, stride: 1, padding: 0, dilation: 1 };
const without = (...fields: (keyof WindowNumbers)[]) =>
  Object.fromEntries(Object.entries(c1).filter(([name]) => !fields.includes(name as 'input')));

describe('solveWindow', () => {
  it('the article: 28 = (32 − N)/1 + 1, so N = 5 and nothing else', () => {
    const { exact, found } = solve({ known: without('kernel'), output: 28 });
    expect(exact).toBe(true);
    expect(found.map(({ window }) => window.kernel)).toEqual([5]);
  });

  it('28 → 28 at stride 1: kernel 3 with padding 1 before 5 with 2', () => {
    const known = { input: 28, stride: 1, dilation: 1 };
    const { found } = solve({ known, output: 28 });
    const pairs = found.map(({ window }) => [window.kernel, window.padding]);
    expect(pairs.slice(0, 3)).toEqual([
      [3, 1],
      [5, 2],
      [1, 0],
    ]);
    expect(pairs).toHaveLength(32);
  });

  it('every input that ends at 14 with kernel 2 and stride 2, the even division first', () => {
    const known = { kernel: 2, stride: 2, padding: 0, dilation: 1 };
    expect(solve({ known, output: 14 }).found.map(({ window }) => window.input)).toEqual([28, 29]);
  });

  it('none: says how near it comes', () => {
    const known = { input: 28, stride: 2, padding: 0, dilation: 1 };
    const { exact, found } = solve({ known, output: 28 });
    expect(exact).toBe(false);
    expect(found.map(({ window, output }) => [window.kernel, output])).toEqual([
      [2, 14],
      [1, 14],
    ]);
  });

  it('where one window fits, the smallest stride stands for the larger', () => {
    const known = { input: 7, kernel: 5, padding: 0, dilation: 1 };
    expect(solve({ known, output: 1 }).found.map(({ window }) => window.stride)).toEqual([3]);
  });

  it('a kernel as large as a large picture is found: 224 → 1', () => {
    const known = { input: 224, stride: 1, padding: 0, dilation: 1 };
    expect(solve({ known, output: 1 }).found.map(({ window }) => window.kernel)).toEqual([224]);
  });

  it('pooling: no padding above half the kernel', () => {
    const known = { input: 8, kernel: 2, stride: 2, dilation: 1 };
    expect(solve({ known, output: 6 }).exact).toBe(true);
    const pooled = solve({ known, output: 6, layer: 'pooling' });
    expect(pooled.exact).toBe(false);
    expect(pooled.found[0]).toMatchObject({ window: { padding: 1 }, output: 5 });
  });

  it('a wanted size of 0 is a reason', () => {
    expect(solveWindow({ known: without('kernel'), output: 0 })).toMatchObject({
      reason: { code: 'too-small', field: 'output' },
    });
  });

  it('padding same: only stride 1 keeps the size, with every kernel', () => {
    const known = { input: 28, dilation: 1 };
    const { exact, found } = solve({ known, output: 28, paddingMode: 'same' });
    expect(exact).toBe(true);
    expect(new Set(found.map(({ window }) => window.stride))).toEqual(new Set([1]));
    expect(found[0].window.kernel).toBe(3);
    expect(
      solve({ known: { ...known, kernel: 3 }, output: 14, paddingMode: 'same' }),
    ).toMatchObject({ exact: false, found: [{ window: { stride: 1 }, output: 28 }] });
  });

  it('padding full: 28 → 32 with a kernel of 5', () => {
    const known = { input: 28, stride: 1, dilation: 1 };
    const { found } = solve({ known, output: 32, paddingMode: 'full' });
    expect(found.map(({ window }) => window.kernel)).toEqual([5]);
  });

  it('transposed: what doubles 14 to 28, kernel 4 with padding 1 and kernel 2 first', () => {
    const known = { input: 14, stride: 2, dilation: 1 };
    const { exact, found } = solve({ known, output: 28, layer: 'transposed' });
    expect(exact).toBe(true);
    expect(found.slice(0, 2).map(({ window }) => [window.kernel, window.padding])).toEqual([
      [4, 1],
      [2, 0],
    ]);
  });

  it('transposed: output padding can be had by dilation, also with a kernel of 1', () => {
    const question = { input: 18, stride: 1, padding: 0 };
    const { exact, found } = solve({
      known: question,
      output: 19,
      layer: 'transposed',
      outputPadding: 1,
    });
    expect(exact).toBe(true);
    expect(found.map(({ window }) => [window.kernel, window.dilation])).toEqual([[1, 2]]);
  });

  it('one missing setting is looked for as far as a field goes', () => {
    const known = { kernel: 5, stride: 1, padding: 0, dilation: 1 };
    expect(solve({ known, output: 5000 }).found).toMatchObject([{ window: { input: 5004 } }]);
    const { found } = solve({
      known: { input: 1e6, kernel: 1, padding: 0, dilation: 1 },
      output: 2,
    });
    expect(found[0].window.stride).toBe(500_000);
  });

  it('finds what an exhaustive search finds, for all kinds of layer', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { exact, count, found } = solve(question);
        const searched = searchAll(question);
        const nearest = Math.min(...searched.map(({ size }) => Math.abs(size - question.output)));
        expect(exact).toBe(nearest === 0);
        const wanted = searched.filter(({ size }) => Math.abs(size - question.output) === nearest);
        const effects = found.map(({ window, output }) => effectOf(question, window, output));
        const wantedEffects = wanted.map(({ window, size }) => effectOf(question, window, size));
        expect(effects.toSorted()).toEqual([...new Set(wantedEffects)].toSorted());
        expect(count).toBe(found.length);
        for (const { window, output } of found) {
          expect(wanted).toContainEqual({ window, size: output });
        }
      }),
      { seed: 1998, numRuns: 1500 },
    );
  });

  it('more than are listed: they are counted, and the most usual come first', () => {
    const known = { input: 300, padding: 0, dilation: 1 };
    const { count, found } = solve({ known, output: 2 });
    const all = searchAll({ known, output: 2, largest: 300 });
    const effects = new Set(all.filter(({ size }) => size === 2).map(({ window }) => window));
    expect(count).toBe(effects.size);
    expect(found).toHaveLength(mostListed);
    expect(found[0].window).toMatchObject({ kernel: 3, stride: 149 });
  });

  it('the sizes that it searches never change direction as one setting grows', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(...solvableFields), (question, field) => {
        const { outputOf } = behaviourOf({ ...question, paddingMode: undefined });
        const sizes = Array.from({ length: 12 }, (_, step) =>
          outputOf({ ...c1, ...question.known, [field]: step + Number(field !== 'padding') }),
        );
        const rising = sizes.toSorted((a, b) => a - b);
        expect([rising, rising.toReversed()]).toContainEqual(sizes);
      }),
      { seed: 1998, numRuns: 2000 },
    );
  });

  it('whatever the fields hold, a few tries for each value of one setting are enough', () => {
    const field = fc.oneof(fc.constantFrom(1, 2, 1023, 1e6), fc.integer({ min: 1, max: 1e6 }));
    const known = fc.record({
      input: field,
      kernel: field,
      stride: field,
      padding: field,
      dilation: field,
    });
    fc.assert(
      fc.property(known, pairs, field, field, kinds, (all, missing, output, extra, kind) => {
        const question = { ...kind, known: omit(all, missing), output, outputPadding: extra };
        const behaviour = behaviourOf(question);
        let tries = 0;
        const counting = {
          ...behaviour,
          outputOf: (window: WindowNumbers) => {
            tries++;
            return behaviour.outputOf(window);
          },
        };
        const fields = solvableFields.filter((name) => missing.includes(name));
        const { tried, found } = solve(question);
        nearestFamilies(question, fields, tried, counting);
        expect(tries).toBeLessThan(200_000);
        expect(found.length).toBeLessThanOrEqual(mostListed);
      }),
      { seed: 1998, numRuns: 200 },
    );
  });
});

const pairs = fc.uniqueArray(fc.constantFrom(...solvableFields), { minLength: 1, maxLength: 2 });
const kinds = fc.constantFrom<Pick<WindowQuestion, 'layer' | 'ceilMode'>>(
  { layer: 'sliding' },
  { layer: 'pooling' },
  { layer: 'pooling', ceilMode: true },
  { layer: 'transposed' },
);
const upTo = (first: number) => fc.integer({ min: first, max: 9 });

/** Questions about every kind of layer, small enough to be answered by trying everything. */
const questions: fc.Arbitrary<WindowQuestion> = fc
  .record({
    window: fc.record({
      input: upTo(1),
      kernel: upTo(1),
      stride: upTo(1),
      padding: upTo(0),
      dilation: upTo(1),
    }),
    missing: pairs,
    output: upTo(1),
    kind: kinds,
    outputPadding: fc.nat(3),
    paddingMode: fc.option(fc.constantFrom(...paddingModes), { nil: undefined }),
  })
  .map(({ window, missing, output, kind, outputPadding, paddingMode }) => {
    const named = kind.layer === 'sliding' ? paddingMode : undefined;
    const unknown = named ? [...missing, 'padding' as const] : missing;
    const known = omit(window, unknown);
    return { ...kind, known, output, outputPadding, paddingMode: named, largest: 9 };
  })
  .filter(({ known, paddingMode }) => Object.keys(known).length < (paddingMode ? 4 : 5));

const omit = (window: WindowNumbers, missing: readonly string[]): Partial<WindowNumbers> =>
  Object.fromEntries(Object.entries(window).filter(([name]) => !missing.includes(name)));

/** Every window that answers a question somehow, with its size; found by trying all of them. */
function searchAll(question: WindowQuestion): { window: WindowNumbers; size: number }[] {
  const { known, paddingMode, largest = 9 } = question;
  const missing = solvableFields.filter(
    (field) => known[field] === undefined && !(field === 'padding' && paddingMode),
  );
  return fillIn({ ...c1, ...known }, missing, largest).flatMap((of) => {
    const border = of.dilation * (of.kernel - 1);
    const named = { same: border / 2, full: border, valid: 0 };
    const window = paddingMode ? { ...of, padding: named[paddingMode] } : of;
    const size = sizeOf(question, window);
    return size === undefined ? [] : [{ window, size }];
  });
}

/** The size that a layer with these settings has, by the layer's own measure. */
function sizeOf(question: WindowQuestion, window: WindowNumbers): number | undefined {
  const { layer = 'sliding', ceilMode = false, outputPadding = 0, paddingMode } = question;
  const { input, kernel, padding, dilation, stride } = window;
  const pairOf = (value: number) => [value, value] as const;
  const settings = {
    kernelSize: pairOf(kernel),
    stride: pairOf(stride),
    dilation: pairOf(dilation),
    padding: paddingMode ?? pairOf(padding),
  };
  const channels = { outChannels: 1, groups: 1, bias: false };
  const layers: Record<string, Layer> = {
    transposed: {
      kind: 'transposed',
      ...settings,
      ...channels,
      padding: pairOf(padding),
      outputPadding: pairOf(outputPadding),
    },
    pooling: { kind: 'maxPool', ...settings, ceilMode },
    sliding: { kind: 'conv', ...settings, ...channels },
  };
  if (layer !== 'transposed' && kernelSpan(kernel, dilation) > input + 2 * padding)
    return undefined;
  const measure = measureLayer(layers[layer], [1, input, input]);
  return measure.ok ? measure.value.output[1] : undefined;
}

/** A window as text, without the settings that have no effect in it. */
function effectOf({ layer }: WindowQuestion, window: WindowNumbers, output: number): string {
  const { kernel, input, dilation, stride } = window;
  const moves = layer === 'transposed' ? input > 1 : output > 1;
  const shown = { ...window, dilation: kernel > 1 ? dilation : '-', stride: moves ? stride : '-' };
  return solvableFields.map((field) => shown[field]).join(' ');
}

/** The window with its missing settings replaced by every value up to `largest`. */
function fillIn(
  window: WindowNumbers,
  missing: readonly string[],
  largest: number,
): WindowNumbers[] {
  return missing.reduce(
    (filled, name) =>
      filled.flatMap((of) =>
        Array.from({ length: largest + 1 }, (_, value) => ({ ...of, [name]: value })),
      ),
    [window],
  );
}
