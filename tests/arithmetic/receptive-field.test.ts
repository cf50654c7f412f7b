import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  grow,
  pixelFields,
  outputSize,
  tapsOf,
  type Layer,
  type ReceptiveFields,
} from '$lib/arithmetic';

const square = (kernel: number, stride = 1, padding = 0, dilation = 1) =>
  ({
    kernelSize: [kernel, kernel],
    stride: [stride, stride],
    padding: [padding, padding],
    dilation: [dilation, dilation],
  }) as const;

const conv = (kernel: number, stride = 1, padding = 0, dilation = 1): Layer => ({
  kind: 'conv',
  outChannels: 1,
  groups: 1,
  bias: true,
  ...square(kernel, stride, padding, dilation),
});

const pool: Layer = { kind: 'maxPool', ceilMode: false, ...square(2, 2) };

describe('grow', () => {
  // [layer, size, jump, centre] for the paper's 32 × 32 and for today's 28 × 28 with padding 2.
  it.each([
    ['paper', 0, [2, 2.5, 6.5, 7.5, 15.5]],
    ['today', 2, [0, 0.5, 4.5, 5.5, 13.5]],
  ] as const)('LeNet-5, %s', (_name, padding, centres) => {
    const layers = [conv(5, 1, padding), pool, conv(5), pool, conv(5)];
    let fields: ReceptiveFields = pixelFields;
    const sizes = layers.map((layer, index) => {
      fields = grow(fields, layer, [1, 1]);
      expect(fields[0].centre).toBe(centres[index]);
      return [fields[0].size, fields[0].jump];
    });
    expect(sizes).toEqual([
      [5, 1],
      [6, 2],
      [14, 2],
      [16, 4],
      [32, 4],
    ]);
  });

  it('a fully connected layer sees all of its 5 × 4 input', () => {
    const fields = grow(pixelFields, { kind: 'linear', outChannels: 9, bias: true }, [5, 4]);
    expect(fields.map(({ size, centre }) => [size, centre])).toEqual([
      [5, 2],
      [4, 1.5],
    ]);
  });

  it('a transposed convolution of stride 2 halves the jump', () => {
    const layer: Layer = {
      kind: 'transposed',
      outChannels: 1,
      groups: 1,
      bias: true,
      ...square(4, 2, 1),
      outputPadding: [0, 0],
    };
    expect(grow(pixelFields, layer, [8, 8])[0]).toEqual({ size: 2, jump: 0.5, centre: -0.25 });
  });

  it('two layers: the patch is what following the taps back gives', () => {
    const setting = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 1, max: 2 }),
    );
    fc.assert(
      fc.property(setting, setting, ([k1, s1, p1, d1], [k2, s2, p2, d2]) => {
        const first = { input: 40, kernel: k1, stride: s1, padding: p1, dilation: d1 };
        const middle = outputSize(first);
        if (!middle.ok) return;
        const second = { input: middle.value, kernel: k2, stride: s2, padding: p2, dilation: d2 };
        const seen = tapsOf(second, 0).flatMap(({ input }) =>
          tapsOf(first, input).map((tap) => tap.input),
        );
        const once = grow(pixelFields, conv(k1, s1, p1, d1), [40, 40]);
        const [{ size, centre }] = grow(once, conv(k2, s2, p2, d2), [40, 40]);
        expect(size).toBe(Math.max(...seen) - Math.min(...seen) + 1);
        expect(centre).toBe((Math.max(...seen) + Math.min(...seen)) / 2);
      }),
      { seed: 1998, numRuns: 500 },
    );
  });
});
