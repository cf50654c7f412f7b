import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kernelSpan,
  measureLayer,
  outputSize,
  poolOutputSize,
  solvableFields,
  solveWindow,
  type WindowNumbers,
  type WindowQuestion,
} from '$lib/arithmetic';

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

  it('transposed: every pair of settings that an exhaustive search finds', () => {
    for (const outputPadding of [0, 1]) {
      for (const output of [1, 5, 12]) {
        const known = { input: 4, padding: 1, dilation: 2 };
        const { exact, found } = solve({
          known,
          output,
          layer: 'transposed',
          outputPadding,
          largest: 9,
        });
        const searched = fillIn({ ...c1, ...known }, ['kernel', 'stride'], 9).filter((of) => {
          const { kernelSize, stride, padding, dilation } = layerPairs(of);
          const layer = { kind: 'transposed', outChannels: 1, groups: 1, bias: false } as const;
          const window = { kernelSize, stride, padding, dilation };
          const pair = [outputPadding, outputPadding] as const;
          const measure = measureLayer({ ...layer, ...window, outputPadding: pair }, [1, 4, 4]);
          return measure.ok && measure.value.output[1] === output;
        });
        expect(exact).toBe(searched.length > 0);
        if (exact) expect(listed(found.map(({ window }) => window))).toEqual(listed(searched));
      }
    }
  });

  it('finds what an exhaustive search finds', () => {
    const largest = 9;
    const upTo = (first: number) => fc.integer({ min: first, max: largest });
    const windows = fc.record({
      input: upTo(1),
      kernel: upTo(1),
      stride: upTo(1),
      padding: upTo(0),
      dilation: upTo(1),
    });
    const missingFields = fc.uniqueArray(fc.constantFrom(...solvableFields), {
      minLength: 1,
      maxLength: 2,
    });
    fc.assert(
      fc.property(
        windows,
        missingFields,
        upTo(1),
        fc.boolean(),
        fc.boolean(),
        (window, missing, output, pooling, ceilMode) => {
          const known = Object.fromEntries(
            Object.entries(window).filter(([name]) => !missing.includes(name as 'input')),
          );
          const { exact, found } = solve({
            known,
            output,
            layer: pooling ? 'pooling' : 'sliding',
            ceilMode,
            largest,
          });

          const sizeOf = (of: WindowNumbers) => {
            const size = (pooling ? poolOutputSize : outputSize)({ ...of, ceilMode });
            return size.ok ? size.value : 0;
          };
          const searched = fillIn(window, missing, largest).filter((of) => {
            const { input, kernel, stride, padding, dilation } = of;
            if (sizeOf(of) !== output || kernelSpan(kernel, dilation) > input + 2 * padding)
              return false;
            if (missing.includes('dilation') && kernel === 1 && dilation > 1) return false;
            const strideHasEffect = output > 1 || sizeOf({ ...of, stride: stride - 1 }) > 1;
            return !missing.includes('stride') || stride === 1 || strideHasEffect;
          });
          expect(exact).toBe(searched.length > 0);
          if (exact)
            expect(listed(found.map((solution) => solution.window))).toEqual(listed(searched));
        },
      ),
      { seed: 1998, numRuns: 500 },
    );
  });
});

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

/** The settings of a window as a layer has them, the same down and across. */
const layerPairs = ({ kernel, stride, padding, dilation }: WindowNumbers) => ({
  kernelSize: [kernel, kernel] as const,
  stride: [stride, stride] as const,
  padding: [padding, padding] as const,
  dilation: [dilation, dilation] as const,
});

/** Windows as sorted lines of text, for comparison in any order. */
const listed = (windows: readonly WindowNumbers[]) =>
  windows.map((window) => solvableFields.map((field) => window[field]).join(' ')).toSorted();
