import { describe, expect, it } from 'vitest';
import { measureLayer, unitsOf } from '$lib/arithmetic';
import { c3Table, type Layer, type Shape } from '$lib/network';

const window = (kernel: number, stride = 1, padding = 0) =>
  ({
    kernelSize: [kernel, kernel],
    stride: [stride, stride],
    padding: [padding, padding],
    dilation: [1, 1],
  }) as const;

const conv = (outChannels: number, kernel: number, stride = 1, padding = 0): Layer => ({
  kind: 'conv',
  outChannels,
  groups: 1,
  bias: true,
  ...window(kernel, stride, padding),
});

const measure = (layer: Layer, input: Shape) => {
  const result = measureLayer(layer, input);
  if (!result.ok) return result;
  const { output, parameters, connections, multiplyAdds } = result.value;
  return { output, units: unitsOf(result.value), parameters, connections, multiplyAdds };
};

describe('measureLayer: LeNet-5 as the paper counts it (section II-B)', () => {
  it.each<[string, Layer, Shape, Shape, number, number, number]>([
    ['C1', conv(6, 5), [1, 32, 32], [6, 28, 28], 156, 122_304, 117_600],
    ['S2', { kind: 'subsample', ...window(2, 2) }, [6, 28, 28], [6, 14, 14], 12, 5_880, 0],
    [
      'C3',
      { kind: 'sparse', table: c3Table, bias: true, ...window(5) },
      [6, 14, 14],
      [16, 10, 10],
      1_516,
      151_600,
      150_000,
    ],
    ['S4', { kind: 'subsample', ...window(2, 2) }, [16, 10, 10], [16, 5, 5], 32, 2_000, 0],
    ['C5', conv(120, 5), [16, 5, 5], [120, 1, 1], 48_120, 48_120, 48_000],
    [
      'F6',
      { kind: 'linear', outChannels: 84, bias: true },
      [120, 1, 1],
      [84, 1, 1],
      10_164,
      10_164,
      10_080,
    ],
    ['OUTPUT', { kind: 'rbf', outChannels: 10 }, [84, 1, 1], [10, 1, 1], 0, 840, 840],
  ])('%s', (_name, layer, input, output, parameters, connections, multiplyAdds) => {
    const units = output[0] * output[1] * output[2];
    expect(measure(layer, input)).toEqual({ output, units, parameters, connections, multiplyAdds });
  });
});

describe('Table I', () => {
  it('60 pairs; every map of S2 is seen by ten maps of C3', () => {
    expect(c3Table.flat()).toHaveLength(60);
    for (let map = 0; map < 6; map++) {
      expect(c3Table.filter((seen) => seen.includes(map))).toHaveLength(10);
    }
  });
});

describe('measureLayer: padding by name', () => {
  const named = (padding: 'same' | 'valid' | 'full', stride = 1): Layer => ({
    ...(conv(1, 5, stride) as Extract<Layer, { kind: 'conv' }>),
    padding,
  });

  it.each([
    ['same', 28],
    ['valid', 24],
    ['full', 32],
  ] as const)('28, k5, %s → %d', (padding, size) => {
    expect(measure(named(padding), [1, 28, 28])).toMatchObject({ output: [1, size, size] });
  });

  it('same with stride 2 is refused, as PyTorch does', () => {
    expect(measure(named('same', 2), [1, 28, 28])).toEqual({
      ok: false,
      axis: 'height',
      reason: { code: 'same-with-stride', field: 'padding', stride: 2 },
    });
  });
});

describe('measureLayer: what does not fit', () => {
  it('names the axis: a kernel of 5 on 8 × 3', () => {
    expect(measure(conv(1, 5), [1, 8, 3])).toEqual({
      ok: false,
      axis: 'width',
      reason: { code: 'kernel-exceeds-input', field: 'kernel', span: 5, padded: 3 },
    });
  });

  it('a table that sees a map which is not there', () => {
    const layer: Layer = { kind: 'sparse', table: c3Table, bias: true, ...window(5) };
    expect(measure(layer, [4, 14, 14])).toEqual({
      ok: false,
      reason: { code: 'too-small', field: 'in', value: 4, minimum: 6 },
    });
  });

  it('an output padding as large as the stride', () => {
    const layer: Layer = {
      kind: 'transposed',
      outChannels: 1,
      groups: 1,
      bias: true,
      ...window(3, 2),
      outputPadding: [2, 2],
    };
    expect(measure(layer, [1, 4, 4])).toMatchObject({
      reason: { code: 'output-padding-too-large', value: 2, maximum: 1 },
    });
  });

  it('counts past 2⁵³', () => {
    expect(measure(conv(1e6, 1), [1e6, 1e6, 1e6])).toMatchObject({
      reason: { code: 'result-too-large' },
    });
  });

  it('a table as long as anyone can paste is measured', () => {
    const table = Array.from({ length: 300_000 }, () => [0]);
    const layer: Layer = { ...window(5), kind: 'sparse', table, bias: true };
    expect(measureLayer(layer, [1, 8, 8])).toMatchObject({ value: { output: [300_000, 4, 4] } });
  });
});
