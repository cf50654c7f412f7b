import { expect, test } from 'vitest';
import { Microscope } from '$lib/views/stepping/microscope.svelte';
import { stationMarks, stationsOf } from '$lib/pages/microscope/stations';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { parseRef } from '$lib/nn';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

function openedAt(name: string): Microscope {
  const microscope = new Microscope(trace);
  microscope.openAfresh(parseRef(name)!);
  return microscope;
}

test('c3.output[7,2,4] is framed in the strip, and its window in each of the six maps of S2', () => {
  const marks = stationMarks(openedAt('c3.output[7,2,4]'));
  // C3's maps stand six in a row: map 7 is the second of the second row.
  expect(marks.get('c3')).toMatchObject([{ row: 10 + 2, column: 10 + 4, rows: 1, role: 'output' }]);
  // S2's stand three in a row, each 14 wide.
  const tops = [2, 2, 2, 16, 16, 16].map((row, map) => ({ row, column: 14 * (map % 3) + 4 }));
  expect(marks.get('s2')).toMatchObject(tops.map((at) => ({ ...at, rows: 5, role: 'input' })));
});

test('a pixel frames all that it touched in the maps of C1, before any step has made them', () => {
  const microscope = openedAt('input[0,10,12]');
  expect(stationMarks(microscope).get('c1')).toHaveLength(6);
  const [, c1] = stationsOf(microscope);
  expect(c1.values).toBeUndefined();
  expect(c1.ahead).toBe(trace.tensors.get('c1.activation')?.data);
  microscope.toggleUses();
  expect(stationMarks(microscope).get('c1')).toEqual([]);
});
