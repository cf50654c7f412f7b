import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLayers, patchesOf } from '$lib/arithmetic';
import type { Layer } from '$lib/network';
import { sightOf } from '$lib/arithmetic/layers/receptive-field';

const window = (kernel: number, stride = 1, padding = 0, dilation = 1) =>
  ({
    kernelSize: [kernel, kernel],
    stride: [stride, stride],
    padding: [padding, padding],
    dilation: [dilation, dilation],
  }) as const;
const conv = (...of: Parameters<typeof window>): Layer => ({
  kind: 'conv',
  outChannels: 1,
  groups: 1,
  bias: true,
  ...window(...of),
});
const pool: Layer = { kind: 'maxPool', ceilMode: false, ...window(2, 2) };
const lenet5: Layer[] = [
  conv(5, 1, 2),
  pool,
  conv(5),
  pool,
  { kind: 'linear', outChannels: 120, bias: true },
];

describe('patchesOf', () => {
  const { steps } = measureLayers(lenet5, [1, 28, 28]);
  const rows = (index: number, row: number) =>
    patchesOf(steps, index, { row, column: 0 }).map((patch) => patch.rows);

  it('a unit of C3 sees 5 rows of S2, 10 of C1 and 14 of the digit', () => {
    expect(rows(2, 4)).toEqual([
      [6, 19],
      [8, 17],
      [4, 8],
    ]);
  });

  it('at the border the patch reaches over the digit, where padding lies', () => {
    expect(rows(0, 0)).toEqual([[-2, 2]]);
  });

  it('a unit of C5 sees everything', () => {
    expect(rows(4, 0)).toEqual([
      [-2, 29],
      [0, 27],
      [0, 13],
      [0, 9],
      [0, 4],
    ]);
  });

  it('away from the border it is the receptive field: its size, and its place', () => {
    const setting = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constant(0),
      fc.integer({ min: 1, max: 2 }),
    );
    fc.assert(
      fc.property(fc.array(setting, { minLength: 1, maxLength: 3 }), fc.nat(5), (layers, row) => {
        const network = measureLayers(
          layers.map((of) => conv(...of)),
          [1, 90, 90],
        );
        const last = network.steps.length - 1;
        if (network.broken || row >= network.steps[last].measure.output[1]) return;
        const [{ rows: seen }] = patchesOf(network.steps, last, { row, column: 0 });
        const [field] = network.steps[last].fields;
        expect(seen[1] - seen[0] + 1).toBe(field.size);
        expect(seen).toEqual(sightOf(field, row));
      }),
      { seed: 1998, numRuns: 500 },
    );
  });

  it('a dilated transposed convolution: only inputs that some tap meets', () => {
    const network = measureLayers(
      [
        {
          kind: 'transposed',
          outChannels: 1,
          groups: 1,
          bias: true,
          ...window(4, 2, 0, 3),
          outputPadding: [0, 0],
        },
      ],
      [1, 9, 9],
    );
    const [{ rows: seen }] = patchesOf(network.steps, 0, { row: 9, column: 0 });
    expect(seen).toEqual([0, 3]);
  });

  it('a transposed convolution: an output lies under one or two inputs', () => {
    const up: Layer = {
      kind: 'transposed',
      outChannels: 1,
      groups: 1,
      bias: true,
      ...window(3, 2),
      outputPadding: [0, 0],
    };
    const network = measureLayers([up], [1, 4, 4]);
    const seen = [0, 1, 2].map((row) => patchesOf(network.steps, 0, { row, column: 0 })[0].rows);
    expect(seen.map(([first, last]) => [first + 0, last])).toEqual([
      [-1, 0],
      [0, 0],
      [0, 1],
    ]);
  });
});
