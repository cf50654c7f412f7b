import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  grow,
  measureLayer,
  measureLayers,
  mostPhases,
  ownField,
  pixelFields,
  windowAlong,
  type ReceptiveFields,
} from '$lib/arithmetic';
import type { Layer } from '$lib/network';
import { sightOf } from '$lib/arithmetic/layers/receptive-field';

const square = (kernel: number, stride = 1, padding = 0, dilation = 1) =>
  ({
    kernelSize: [kernel, kernel],
    stride: [stride, stride],
    padding: [padding, padding],
    dilation: [dilation, dilation],
  }) as const;
const channels = { outChannels: 1, groups: 1, bias: true };

const conv = (...of: Parameters<typeof square>): Layer => ({
  kind: 'conv',
  ...channels,
  ...square(...of),
});
const up = (outputPadding: number, ...of: Parameters<typeof square>): Layer => ({
  kind: 'transposed',
  ...channels,
  ...square(...of),
  outputPadding: [outputPadding, outputPadding],
});
const pool = (ceilMode: boolean, ...of: Parameters<typeof square>): Layer => ({
  kind: 'maxPool',
  ceilMode,
  ...square(...of),
});

describe('grow', () => {
  // [size, jump] and where the first unit's patch has its centre, for the paper's 32 × 32 and for
  // today's 28 × 28 with padding 2.
  it.each([
    ['paper', 0, [2, 2.5, 6.5, 7.5, 15.5]],
    ['today', 2, [0, 0.5, 4.5, 5.5, 13.5]],
  ] as const)('LeNet-5, %s', (_name, padding, centres) => {
    const layers = [conv(5, 1, padding), pool(false, 2, 2), conv(5), pool(false, 2, 2), conv(5)];
    let fields: ReceptiveFields = pixelFields;
    const sizes = layers.map((layer, index) => {
      fields = grow(fields, layer, [1, 1, 1]);
      const [first, last] = sightOf(fields[0], 0) ?? [];
      expect([first, last].reduce((sum = 0, one = 0) => sum + one)).toBe(2 * centres[index]);
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
    const fields = grow(pixelFields, { kind: 'linear', outChannels: 9, bias: true }, [1, 5, 4]);
    expect(fields.map(({ size }) => size)).toEqual([5, 4]);
    expect(fields.map((field) => sightOf(field, 7))).toEqual([
      [0, 4],
      [0, 3],
    ]);
  });

  it.each<[string, Layer[], number]>([
    ['kernel 4, stride 2: two inputs overlap', [up(0, 4, 2, 1)], 2],
    ['kernel 4, stride 2, dilation 3: two inputs, three apart', [up(0, 4, 2, 0, 3)], 4],
    ['kernel 3, stride 4: one input or none', [up(0, 3, 4)], 1],
    ['kernel 2, stride 2, dilation 2: both taps on every other output', [up(0, 2, 2, 0, 2)], 2],
    [
      'up by 3 in blocks of 3, then kernel 3: two pixels, where blocks meet',
      [up(0, 3, 3), conv(3)],
      2,
    ],
    [
      'up by 2 in blocks, then kernel 2 with stride 2: the pixel again',
      [up(0, 2, 2), conv(2, 2)],
      1,
    ],
    ['a single tap on nothing but holes sees nothing', [up(0, 1, 2), conv(1, 2, 1)], 0],
  ])('transposed, %s', (_case, layers, size) => {
    const { steps } = measureLayers(layers, [1, 12, 12]);
    expect(steps.at(-1)?.fields[0].size).toBe(size);
  });

  it('more upsampling than units are told apart for: no size is given, and none later', () => {
    const { steps } = measureLayers([up(0, 3, mostPhases + 1), conv(3)], [1, 2, 2]);
    expect(steps.map(({ fields }) => fields[0].size)).toEqual([undefined, undefined]);
    expect(steps[1].fields[0].jump).toBe(1 / (mostPhases + 1));
  });

  it('down and across each by its own settings', () => {
    const tall: Layer = { kind: 'conv', ...channels, ...square(3), kernelSize: [3, 5] };
    const { steps } = measureLayers([conv(3), up(0, 4, 2, 1), tall, conv(2)], [1, 20, 20]);
    expect(steps.map(({ fields: [down, across] }) => [down.size, across.size])).toEqual([
      [3, 3],
      [4, 4],
      [5, 6],
      [6, 7],
    ]);
  });

  it('one layer: what it says of itself', () => {
    fc.assert(
      fc.property(anyLayer, (layer) => {
        const fields = grow(pixelFields, layer, [1, 20, 20]);
        expect(ownField(layer, [1, 20, 20])).toEqual(fields.map(({ size }) => size));
      }),
      { seed: 1998, numRuns: 500 },
    );
  });

  it('random chains: what following the indices back gives, away from the border', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(anyLayer, { minLength: 1, maxLength: 3 }), (layers) => {
        const size = 30;
        const { steps, broken } = measureLayers(layers, [1, size, size]);
        if (broken || steps.some(({ measure }) => measure.output[1] > 150)) return;
        const field = steps[steps.length - 1].fields[0];
        const cells = layers.reduce(
          (below, layer) => trace(layer, below),
          Array.from({ length: size }, (_, pixel): Cell => ({
            seen: new Set([pixel]),
            inner: true,
          })),
        );
        const inner = cells.flatMap(({ seen, inner }, unit) => (inner ? [{ seen, unit }] : []));
        for (const { seen, unit } of inner) {
          const extent = [Math.min(...seen), Math.max(...seen)];
          expect(sightOf(field, unit)).toEqual(seen.size > 0 ? extent : undefined);
        }
        if (inner.length < field.sights.length) return;
        compared++;
        const widest = inner.map(({ seen }) =>
          seen.size > 0 ? Math.max(...seen) - Math.min(...seen) + 1 : 0,
        );
        expect(field.size).toBe(Math.max(...widest));
      }),
      { seed: 1998, numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

/** Pixels that a unit sees, and whether no border cut any off on the way. */
interface Cell {
  readonly seen: ReadonlySet<number>;
  readonly inner: boolean;
}

/** The cells of a layer from those below, by the definition of what the layer reads. */
function trace(layer: Layer, below: readonly Cell[]): Cell[] {
  const measure = measureLayer(layer, [1, below.length, below.length]);
  if (!measure.ok) throw new Error(measure.reason.code);
  const places = Array.from({ length: below.length + 80 }, (_, at) => at - 40);
  return Array.from({ length: measure.value.output[1] }, (_, unit) => {
    const read = places.filter((place) => reads(layer, unit, place, below.length));
    const cells = read.map((place) => below[place] as Cell | undefined);
    return {
      seen: new Set(cells.flatMap((cell) => [...(cell?.seen ?? [])])),
      inner: cells.every((cell) => cell?.inner),
    };
  });
}

/** Whether a unit of a layer reads a place of its input. */
function reads(layer: Layer, unit: number, place: number, size: number): boolean {
  if (!('kernelSize' in layer)) {
    return layer.kind === 'linear' ? place >= 0 && place < size : place === unit;
  }
  const window = windowAlong(layer, 0);
  if (!window.ok) throw new Error(window.reason.code);
  const { kernel, stride, dilation, padding } = window.value;
  const [from, cell] = layer.kind === 'transposed' ? [place, unit] : [unit, place];
  const offset = cell + padding[0] - from * stride;
  return offset >= 0 && offset % dilation === 0 && offset / dilation < kernel;
}

const upTo = (first: number, last: number) => fc.integer({ min: first, max: last });
const kernels = fc.tuple(upTo(1, 4), upTo(1, 3), upTo(0, 2), upTo(1, 3));
const anyLayer: fc.Arbitrary<Layer> = fc.oneof(
  kernels.map((of) => conv(...of)),
  fc
    .tuple(upTo(1, 4), fc.constantFrom('same', 'valid', 'full'))
    .map(([kernel, padding]): Layer => ({ ...channels, kind: 'conv', ...square(kernel), padding })),
  fc.tuple(kernels, fc.boolean()).map(([of, ceilMode]) => pool(ceilMode, ...of)),
  fc.tuple(kernels, upTo(0, 2)).map(([of, extra]) => up(extra, ...of)),
  kernels.map(([kernel, stride]): Layer => ({ kind: 'subsample', ...square(kernel, stride) })),
  fc.constant<Layer>({ kind: 'activation', name: 'ReLU' }),
  fc.constant<Layer>({ kind: 'batchNorm' }),
);
