import { computationOrder } from '$lib/notebook/formula/graph';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('what is needed comes first; what needs one another stands together', () => {
  const needs: Record<string, string[]> = { a: ['b'], b: ['c', 'd'], c: ['b'], d: [] };
  expect(computationOrder(['a', 'b', 'c', 'd'], (node) => needs[node]!)).toEqual([
    ['d'],
    ['b', 'c'],
    ['a'],
  ]);
});

test('every node comes once, and never before what it needs', () => {
  const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
  fc.assert(
    fc.property(edges, (pairs) => {
      const nodes = Array.from({ length: 10 }, (_, node) => node);
      const needs = (node: number) => pairs.filter(([from]) => from === node).map(([, to]) => to);
      const groups = computationOrder(nodes, needs);
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual(nodes);
      const place = (node: number) => groups.findIndex((group) => group.includes(node));
      for (const [from, to] of pairs) expect(place(to)).toBeLessThanOrEqual(place(from));
    }),
    { seed: 11 },
  );
});
