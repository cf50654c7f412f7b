import type { Layer } from '$lib/network';
import { readNotation } from '$lib/pages/builder/notation';
import { readRow } from '$lib/pages/builder/read-row';

/** The layers that a notation describes; throws where it describes none. */
export function layersOf(notation: string): Layer[] {
  return readNotation(notation).rows.map((row) => {
    const reading = readRow(row);
    if (!reading.ok) throw new Error(`${row.text} ${JSON.stringify(reading.problems)}`);
    return reading.layer;
  });
}
