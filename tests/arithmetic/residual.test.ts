import { describe, expect, it } from 'vitest';
import { measureLayers, patchesOf } from '$lib/arithmetic';
import type { Layer, NamedLayer, Pair } from '$lib/network';

const conv = (out: number, kernel: number, stride: number, padding: number): Layer => ({
  kind: 'conv',
  outChannels: out,
  kernelSize: [kernel, kernel],
  stride: [stride, stride],
  padding: [padding, padding],
  dilation: [1, 1],
  groups: 1,
  bias: true,
});
const relu: Layer = { kind: 'activation', name: 'ReLU' };
const named = (...layers: Layer[]): NamedLayer[] =>
  layers.map((layer, at) => ({ name: `l${at}`, layer }));
const residual = (body: Layer[], shortcut?: Layer[]): Layer => ({
  kind: 'residual',
  body: named(...body),
  ...(shortcut && { shortcut: named(...shortcut) }),
});

describe('residual blocks', () => {
  it('cost what their two chains cost', () => {
    const block = residual([conv(16, 3, 2, 1), relu, conv(16, 3, 1, 1)], [conv(16, 1, 2, 0)]);
    const { steps, totals } = measureLayers([block], [8, 14, 14]);
    expect(steps[0].measure.output).toEqual([16, 7, 7]);
    expect(totals.parameters).toBe(16 * (8 * 9 + 1) + 16 * (16 * 9 + 1) + 16 * (8 + 1));
    expect(totals.multiplyAdds).toBe(49 * 16 * (72 + 144 + 8));
  });

  it('break where the shapes of the two ways differ, and say which', () => {
    const { broken } = measureLayers([residual([conv(4, 3, 1, 1)])], [8, 7, 7]);
    expect(broken?.failure.reason).toEqual({
      code: 'branches-differ',
      field: 'output',
      body: [4, 7, 7],
      shortcut: [8, 7, 7],
    });
  });

  it('break where a layer inside does not fit, and name it', () => {
    const { broken } = measureLayers([residual([relu, conv(8, 9, 1, 0)])], [8, 7, 7]);
    expect(broken).toMatchObject({ index: 0, failure: { within: 'block1.conv1' } });
    expect(broken?.failure.reason.code).toBe('kernel-exceeds-input');
  });

  it('see what the wider of the two ways sees', () => {
    const wide = residual([conv(8, 3, 1, 1), relu, conv(8, 3, 1, 1)]);
    const { steps } = measureLayers([wide, wide], [8, 20, 20]);
    expect(steps.map(({ fields }) => fields[0].size)).toEqual([5, 9]);
    const patches = patchesOf(steps, 1, { row: 10, column: 3 });
    expect(patches[0]).toEqual({ rows: [6, 14] as Pair, columns: [-1, 7] as Pair });
  });

  it('see together what a narrow body and a wide shortcut see, with strides', () => {
    const block = residual([conv(8, 1, 2, 0)], [conv(8, 5, 2, 2)]);
    const { steps } = measureLayers([conv(8, 3, 1, 1), block], [1, 20, 20]);
    expect(steps[1].fields[0]).toMatchObject({ size: 7, jump: 2 });
  });
});

describe('global average pooling and dropout', () => {
  it('one number a map, from every pixel', () => {
    const { steps, totals } = measureLayers(
      [{ kind: 'globalAveragePool' }, { kind: 'dropout', p: 0.5 }],
      [8, 7, 5],
    );
    expect(steps.map(({ measure }) => measure.output)).toEqual([
      [8, 1, 1],
      [8, 1, 1],
    ]);
    expect(totals).toMatchObject({ parameters: 0, connections: 280, multiplyAdds: 0 });
    expect(steps[0].fields.map(({ size }) => size)).toEqual([7, 5]);
  });
});
