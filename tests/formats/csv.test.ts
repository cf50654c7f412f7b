import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteOrderMark, readTable, writeTable } from '$lib/formats/csv';

it('what is written is read again, whatever the cells hold', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^["\n,\r a]*$/), fc.constantFrom('数', ''));
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(table, (lines) => {
      expect(readTable(writeTable(lines))).toEqual(lines);
      expect(readTable(byteOrderMark + writeTable(lines))).toEqual(lines);
    }),
    { seed: 1, numRuns: 300 },
  );
});

it.each([
  ['a,b', [['a', 'b']]],
  [
    'a,b\r\nc,\r\n',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['a,', [['a', '']]],
  ['', []],
])('%j', (text, lines) => expect(readTable(text)).toEqual(lines));

it.each(['"a', 'a"b', '"a"b,c'])('%j is refused', (text) => {
  expect(() => readTable(text)).toThrow('readTable');
});
