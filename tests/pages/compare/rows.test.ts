import { expect, test } from 'vitest';
import { lenet5Network } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import { comparedRows } from '$lib/pages/compare/rows';

const rows = comparedRows(presetNetwork('lenet5-1998'), lenet5Network());

test('layer stands beside layer, by the names of the paper', () => {
  expect(rows.map(({ name }) => name)).toEqual(['c1', 's2', 'c3', 's4', 'c5', 'f6', 'output']);
  for (const { then, now } of rows) expect(then.measure.output).toEqual(now.measure.output);
});

test('what is the same in both, and what is not: parameters, connections, functions', () => {
  const counts = rows.map(({ name, then, now }) => [
    name,
    then.measure.parameters,
    now.measure.parameters,
    then.measure.connections,
    now.measure.connections,
  ]);
  expect(counts).toEqual([
    ['c1', 156, 156, 122_304, 122_304],
    ['s2', 12, 0, 5_880, 4_704],
    ['c3', 1_516, 2_416, 151_600, 241_600],
    ['s4', 32, 0, 2_000, 1_600],
    ['c5', 48_120, 48_120, 48_120, 48_120],
    ['f6', 10_164, 10_164, 10_164, 10_164],
    ['output', 0, 850, 840, 850],
  ]);
  expect(rows.map(({ then, now }) => [then.through, now.through]).slice(0, 2)).toEqual([
    ['ScaledTanh', 'ReLU'],
    ['ScaledTanh', undefined],
  ]);
});

test('networks of other layers cannot be put beside each other', () => {
  expect(() => comparedRows(presetNetwork('lenet5-1998'), presetNetwork('lenet1'))).toThrow(
    /comparedRows: no /,
  );
});
