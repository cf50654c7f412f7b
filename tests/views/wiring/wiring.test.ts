import { describe, expect, it } from 'vitest';
import { c3Table } from '$lib/network';
import {
  countFormula,
  fullWiring,
  groupsOf,
  sheetParameters,
  toggled,
  wiredParameters,
} from '$lib/views/wiring/wiring';

describe('the parameters of C3', () => {
  it('416 as sheets, 2,416 as blocks, 1,516 by Table I', () => {
    expect(sheetParameters()).toBe(416);
    expect(wiredParameters(fullWiring)).toBe(2_416);
    expect(wiredParameters(c3Table)).toBe(1_516);
  });

  it('Table I: six maps see three, nine see four, one sees six', () => {
    expect(groupsOf(c3Table)).toEqual([
      [3, 6],
      [4, 9],
      [6, 1],
    ]);
    expect(countFormula('table', c3Table)).toBe(
      '\\out{6}\\,(\\inp{3}\\cdot \\weight{25}+\\bias{1})+\\out{9}\\,(\\inp{4}\\cdot \\weight{25}+\\bias{1})+\\out{1}\\,(\\inp{6}\\cdot \\weight{25}+\\bias{1})=1{,}516',
    );
  });

  it('joining a pair adds 25, parting it again gives the table back', () => {
    const joined = toggled(c3Table, 0, 5);
    expect(joined[0]).toEqual([0, 1, 2, 5]);
    expect(wiredParameters(joined)).toBe(1_541);
    expect(toggled(joined, 0, 5)).toEqual(c3Table);
  });

  it('a map that sees nothing keeps its bias', () => {
    const blind = c3Table.map((seen, map) => (map === 0 ? [] : seen));
    expect(wiredParameters(blind)).toBe(1_441);
  });
});
