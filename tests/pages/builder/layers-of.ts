import type { Layer } from '$lib/network';
import { readRows } from '$lib/pages/builder/row';
import { readRow } from '$lib/pages/builder/read-row';

/** The layers that a notation describes; throws where it describes none. */
export function layersOf(notation: string): Layer[] {
  return readRows(notation).rows.map((row) => {
    const reading = readRow(row);
    if (!reading.ok) throw new Error(`${row.text} ${JSON.stringify(reading.problems)}`);
    return reading.layer;
  });
}
