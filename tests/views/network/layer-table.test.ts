import { describe, expect, it } from 'vitest';
import { presetNetwork } from '$lib/network/presets';
import { layerTable, rowOf } from '$lib/views/network/layer-table';

const lenet5 = presetNetwork('lenet5');

describe('layerTable', () => {
  it('today’s network: 61,706 parameters, 416,520 multiply-adds', () => {
    const table = layerTable(lenet5);
    expect(table.rows.map(({ name, sight }) => [name, sight])).toEqual([
      ['c1', 5],
      ['s2', 6],
      ['c3', 14],
      ['s4', 16],
      ['c5', 32],
      ['f6', 32],
      ['output', 32],
    ]);
    expect(table.totals.parameters).toBe(61_706);
    expect(table.totals.multiplyAdds).toBe(416_520);
  });

  it('the network of 1998: 60,000 parameters, 340,908 connections', () => {
    const table = layerTable(presetNetwork('lenet5-1998'));
    expect(table.totals.parameters).toBe(60_000);
    expect(table.totals.connections).toBe(340_908);
  });

  it('zeros around a bare digit: the same sizes as its border of background', () => {
    const { totals } = layerTable(presetNetwork('lenet5-padded'));
    expect(totals).toEqual(layerTable(lenet5).totals);
  });

  it('without a border 4 × 4 cells reach C5', () => {
    const table = layerTable(presetNetwork('no-border'));
    expect(rowOf(table, 'c5').input).toEqual([16, 4, 4]);
    expect(table.totals.parameters).toBe(44_426);
  });

  it('a picture that is too small breaks at the layer whose kernel does not fit', () => {
    const table = layerTable({ ...lenet5, input: [1, 10, 10] });
    expect(table.rows.map(({ name }) => name)).toEqual(['c1', 's2']);
    expect(table.problem).toMatchObject({
      name: 'c3',
      reason: { code: 'kernel-exceeds-input', span: 5, padded: 3 },
    });
  });
});
