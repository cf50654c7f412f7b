import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLayers, mendsOf, smallestInput } from '$lib/arithmetic';
import type { Layer, WindowSettings } from '$lib/network';

const window = (kernel: number, stride = 1, padding = 0): WindowSettings => ({
  kernelSize: [kernel, kernel],
  stride: [stride, stride],
  padding: [padding, padding],
  dilation: [1, 1],
});
const conv = (outChannels: number, kernel: number, changes: Partial<WindowSettings> = {}) =>
  ({ kind: 'conv', outChannels, groups: 1, bias: true, ...window(kernel), ...changes }) as const;
const pool: Layer = { kind: 'maxPool', ceilMode: false, ...window(2, 2) };
const linear = (outChannels: number): Layer => ({ kind: 'linear', outChannels, bias: true });
const relu: Layer = { kind: 'activation', name: 'ReLU' };

const lenet5: Layer[] = [
  conv(6, 5, { padding: [2, 2] }),
  relu,
  pool,
  conv(16, 5),
  relu,
  pool,
  linear(120),
  relu,
  linear(84),
  relu,
  linear(10),
];

describe('measureLayers', () => {
  it('LeNet-5: 61,706 parameters, 416,520 multiply-adds, ten outputs', () => {
    const { steps, totals, broken } = measureLayers(lenet5, [1, 28, 28]);
    expect(broken).toBeUndefined();
    expect(totals).toMatchObject({ parameters: 61_706, multiplyAdds: 416_520 });
    expect(steps.at(-1)?.measure.output).toEqual([10, 1, 1]);
    expect(steps.map(({ fields }) => fields[0].size)).toEqual([
      5, 5, 6, 14, 14, 16, 32, 32, 32, 32, 32,
    ]);
  });

  it('names the layer where it breaks, and keeps those before it', () => {
    const { steps, broken } = measureLayers(lenet5, [1, 8, 8]);
    expect(steps).toHaveLength(3);
    expect(broken).toMatchObject({
      index: 3,
      failure: { reason: { code: 'kernel-exceeds-input', span: 5, padded: 4 } },
    });
  });

  it('an input of no size breaks before the first layer', () => {
    expect(measureLayers(lenet5, [1, 0, 28]).broken).toMatchObject({
      index: -1,
      failure: { reason: { code: 'too-small', field: 'input' } },
    });
  });

  it('batch normalisation costs two numbers for each map', () => {
    const { totals } = measureLayers([conv(64, 7), { kind: 'batchNorm' }], [3, 14, 14]);
    expect(totals.parameters).toBe(64 * (3 * 49 + 1) + 128);
  });
});

describe('smallestInput', () => {
  it('LeNet-5 takes pictures from 12 × 12 on', () => {
    expect(smallestInput(lenet5, 1)).toBe(12);
    expect(smallestInput(lenet5, 1, 20)).toBe(20);
  });

  it('none: the groups divide no channels, however large the picture', () => {
    expect(smallestInput([{ ...conv(4, 1), groups: 3 }], 4)).toBeUndefined();
  });
});

describe('smallestInput, halving', () => {
  const upTo = (first: number, last: number) => fc.integer({ min: first, max: last });
  const anyLayer = fc
    .record({
      kernel: upTo(1, 6),
      stride: upTo(1, 3),
      padding: upTo(0, 3),
      dilation: upTo(1, 3),
      extra: upTo(0, 1),
      groups: fc.constantFrom(1, 1, 1, 2),
      ceilMode: fc.boolean(),
      kind: fc.constantFrom('conv', 'transposed', 'maxPool', 'subsample', 'linear'),
    })
    .map(({ kernel, stride, padding, dilation, extra, groups, ceilMode, kind }) => {
      const spaced = { ...window(kernel, stride, padding), dilation: [dilation, dilation] };
      const channels = { outChannels: 3, groups, bias: true };
      return { kind, ...spaced, ...channels, ceilMode, outputPadding: [extra, extra] } as Layer;
    });

  it('finds what trying one size after another finds', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(anyLayer, { minLength: 1, maxLength: 4 }),
        upTo(1, 9),
        (layers, from) => {
          const sizes = Array.from({ length: 60 }, (_, at) => at + from).filter(
            (size) => size <= 60,
          );
          const first = sizes.find((size) => !measureLayers(layers, [2, size, size]).broken);
          expect(smallestInput(layers, 2, from, 60)).toBe(first);
          if (first !== undefined && first > from) found++;
        },
      ),
      { seed: 1998, numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

describe('mendsOf', () => {
  const mended = (layer: Layer, size: number, channels = 1) =>
    mendsOf(layer, [channels, size, size]).map((mend) =>
      Object.fromEntries(
        Object.entries(mend).filter(
          ([name, value]) =>
            JSON.stringify(value) !== JSON.stringify(layer[name as keyof typeof layer]),
        ),
      ),
    );

  it('a kernel of 5 on 4 pixels: kernel 4, or padding 1', () => {
    expect(mended(conv(16, 5), 4)).toEqual([{ kernelSize: [4, 4] }, { padding: [1, 1] }]);
  });

  it('a dilated kernel may also lose its dilation', () => {
    expect(mended(conv(1, 3, { dilation: [3, 3] }), 5)).toEqual([
      { kernelSize: [2, 2] },
      { dilation: [1, 1] },
      { padding: [1, 1] },
    ]);
  });

  it('too much padding for pooling', () => {
    const layer: Layer = { kind: 'maxPool', ceilMode: false, ...window(3, 2, 2) };
    expect(mended(layer, 28)).toEqual([{ padding: [1, 1] }]);
  });

  it('padding `same` needs stride 1', () => {
    const layer = conv(1, 3, { padding: 'same', stride: [2, 2] });
    expect(mended(layer, 28)).toContainEqual({ stride: [1, 1] });
  });

  it('a mend that two rules propose is offered once', () => {
    const layer = conv(1, 3, { padding: 'same', stride: [2, 2] });
    const mends = mended(layer, 28).map((mend) => JSON.stringify(mend));
    expect(mends).toEqual([...new Set(mends)]);
  });

  it('groups for a million channels', () => {
    expect(mended({ ...conv(999_999, 1), groups: 999_998 }, 1, 999_999)).toEqual([
      { groups: 333_333 },
      { groups: 999_999 },
    ]);
  });

  it('groups on both sides of the one asked for', () => {
    expect(mended({ ...conv(12, 3), groups: 5 }, 28, 6)).toEqual([{ groups: 3 }, { groups: 6 }]);
  });

  it('every mend fits', () => {
    for (const layer of [conv(4, 9, { dilation: [2, 2] }), { ...conv(9, 7), groups: 2 }]) {
      for (const mend of mendsOf(layer, [3, 6, 4])) {
        expect(measureLayers([mend], [3, 6, 4]).broken).toBeUndefined();
      }
    }
  });
});
