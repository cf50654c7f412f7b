import { describe, expect, test } from 'vitest';
import { largestTerms, productGrid, splitBias, sumUpTo } from '$lib/views/stepping/products';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { explain, parseRef, type SumRule } from '$lib/nn';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i * 37) % 256);
const trace = traceDigit({ pixels, label: 3 }, freshNetwork(0));

function sumOf(text: string): { rule: SumRule; value: number } {
  const { rule, value } = explain(trace, parseRef(text)!);
  if (rule.kind !== 'sum') throw new Error(`${text} is no sum`);
  return { rule, value };
}

describe.each([
  ['c1.output[2,0,0]', [1, 5, 5]],
  ['c3.output[7,2,4]', [6, 5, 5]],
  ['c5.output[37]', [16, 5, 5]],
  ['f6.output[3]', [1, 10, 12]],
  ['c3.weight.grad[7,1,3,1]', [1, 10, 10]],
  ['c1.bias.grad[0]', [1, 28, 28]],
  ['s2.output.grad[2,7,7]', [16, 5, 5]],
  ['c5.activation.grad[3]', [1, 7, 12]],
])('%s', (text, [maps, rows, columns]) => {
  const { rule, value } = sumOf(text);
  const { bias, products } = splitBias(rule);
  const grid = productGrid(products)!;

  test(`its products lie in ${maps} × ${rows} × ${columns}`, () => {
    expect(grid).toMatchObject({ maps, rows, columns });
    expect(grid.terms.filter(Boolean)).toHaveLength(products.length);
  });

  test('each product has a cell, and the sums of the maps and the bias give the number', () => {
    grid.terms.forEach((term, i) => expect(grid.values[i]).toBe(term?.product ?? 0));
    const total = grid.sums.reduce((sum, each) => sum + each, bias?.product ?? 0);
    expect(total).toBeCloseTo(value, 12);
  });

  test('the running sum ends at the number', () => {
    expect(sumUpTo(rule, rule.terms.at(-1)!)).toBeCloseTo(value, 12);
  });
});

test('an update has too few terms for a picture', () => {
  expect(productGrid(splitBias(sumOf('c3.weight.updated[7,1,3,1]').rule).products)).toBeUndefined();
});

test('the largest terms come first, and the others are added up', () => {
  const { rule, value } = sumOf('c3.output[7,2,4]');
  const { shown, others, rest } = largestTerms(rule.terms, 5);
  expect(shown).toHaveLength(5);
  expect(others).toBe(146);
  expect(Math.abs(shown[0].product)).toBeGreaterThanOrEqual(Math.abs(shown[4].product));
  expect(shown.reduce((sum, { product }) => sum + product, rest)).toBeCloseTo(value, 12);
});

test('with fewer terms than asked for none are left over', () => {
  const { rule } = sumOf('c3.weight.updated[0,0,0,0]');
  expect(largestTerms(rule.terms, 5)).toMatchObject({ others: 0, rest: 0 });
});
