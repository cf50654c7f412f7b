import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readyKernels, slideOver, tapsUnder } from '$lib/cells/kernel-workbench/workbench';
import { conv2d, tensor, zeros } from '$lib/nn';
import { sampleDigit } from '../shipped';

const { pixels } = sampleDigit(3);
const ink = Float64Array.from(pixels, (grey) => grey / 255);
const once = { stride: 1, padding: 0, dilation: 1 };

describe('a kernel on the workbench', () => {
  it('makes the map that the convolution of the network makes, border and all', () => {
    const options = fc.record({
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.integer({ min: 0, max: 4 }),
      dilation: fc.integer({ min: 1, max: 3 }),
    });
    const weight = fc.double({ min: -1, max: 1, noNaN: true });
    const kernels = fc.array(weight, { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(options, kernels, (sliding, taps) => {
        const bench = slideOver(pixels, Float64Array.from(taps), sliding)!;
        const map = conv2d(
          tensor([1, 1, 28, 28], ink),
          tensor([1, 1, 5, 5], taps),
          zeros([1]),
          sliding,
        );
        expect(map.shape).toEqual([1, 1, bench.mapSide, bench.mapSide]);
        map.data.forEach((sum, at) => expect(bench.map[at]).toBeCloseTo(sum, 10));
        // Every cell is the sum over the taps under it.
        const cell = { row: bench.mapSide >> 1, column: bench.mapSide - 1 };
        const sum = tapsUnder(cell, sliding).reduce(
          (total, { row, column }, tap) =>
            total + taps[tap] * bench.input[row * bench.side + column],
          0,
        );
        expect(bench.map[cell.row * bench.mapSide + cell.column]).toBeCloseTo(sum, 10);
      }),
      { numRuns: 40 },
    );
  });

  it('the dot gives the picture back, the blur its means, an edge nothing where all is alike', () => {
    const dot = slideOver(pixels, readyKernels.dot, { ...once, padding: 2 })!;
    expect([...dot.map]).toEqual([...ink]);
    const full = new Uint8Array(784).fill(255);
    slideOver(full, readyKernels.blur, once)!.map.forEach((mean) =>
      expect(mean).toBeCloseTo(1, 12),
    );
    for (const name of ['edge', 'flat'] as const) {
      slideOver(full, readyKernels[name], once)!.map.forEach((sum) =>
        expect(sum).toBeCloseTo(0, 12),
      );
    }
  });
});
