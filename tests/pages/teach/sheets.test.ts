import { describe, expect, test } from 'vitest';
import { convolutionSheet, layersSheet, tableSheet } from '$lib/pages/teach/sheets';

describe('the sheets', () => {
  test('the seven layers are those of the paper, with the parameters of today', () => {
    const { side, layers, parameters: sum, products } = layersSheet();
    expect(side).toBe(32);
    expect(layers.map(({ name, work }) => [name, work.kind])).toEqual([
      ['c1', 'convolution'],
      ['s2', 'pooling'],
      ['c3', 'convolution'],
      ['s4', 'pooling'],
      ['c5', 'dense'],
      ['f6', 'dense'],
      ['output', 'dense'],
    ]);
    expect(layers[2]).toMatchObject({ output: [16, 10, 10], parameters: 2416, products: 240000 });
    expect(sum).toBe(layers.reduce((all, layer) => all + layer.parameters, 0));
    expect(products).toBe(layers.reduce((all, layer) => all + layer.products, 0));
  });

  test('Table I counts what the paper counts', () => {
    expect(tableSheet()).toMatchObject({
      inputs: 6,
      kernel: 5,
      pairs: 60,
      weights: 1500,
      parameters: 1516,
    });
  });

  test('the convolution by hand is what a hand computes', () => {
    const { picture, kernel, bias, sums, relu, pooled, largest } = convolutionSheet();
    const byHand = (row: number, column: number) =>
      bias +
      kernel
        .flatMap((taps, a) => taps.map((tap, b) => tap * picture[row + a][column + b]))
        .reduce((x, y) => x + y, 0);
    sums.forEach((row, y) => row.forEach((sum, x) => expect(sum).toBe(byHand(y, x))));
    relu.flat().forEach((value, at) => expect(value).toBe(Math.max(0, sums.flat()[at])));
    expect(pooled[0][0]).toBe(Math.max(relu[0][0], relu[0][1], relu[1][0], relu[1][1]));
    expect(pooled).toHaveLength(sums.length - 1);
    expect(sums[largest.row][largest.column]).toBe(Math.max(...sums.flat()));
    // A sheet on which every sum is the same, or none is cut by ReLU, teaches nothing.
    expect(new Set(sums.flat()).size).toBeGreaterThan(4);
    expect(sums.flat().some((sum) => sum < 0)).toBe(true);
  });
});
