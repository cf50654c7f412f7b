import type { Layer } from '$lib/arithmetic';
import { readNotation } from '$lib/pages/builder/notation';
import { readRow } from '$lib/pages/builder/read-row';

/** The layers that a notation describes; throws where it describes none. */
export function layersOf(notation: string): Layer[] {
  const read = readNotation(notation);
  if (!read.ok) throw new Error(`layer ${read.layer}: ${read.text}`);
  return read.rows.map((row) => {
    const reading = readRow(row);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    return reading.layer;
  });
}
