import { measureNetwork, patchesOf, type Patch } from '$lib/arithmetic';
import { borderWidth, imageSide } from '$lib/data';
import { lenet5Network, type Pair } from '$lib/network';
import type { Cell, Mark } from '$lib/figures/mark';
import { hasRow } from '$lib/views/network/layer-table';

/** A function behind a layer sees what the layer sees. */
const steps = measureNetwork(lenet5Network()).steps.filter(hasRow);

/** The layers of the network, the first first: `c1` to `output`. */
export const layerNames = steps.map(({ name }) => name);

/** The rows and columns of a layer's units; a vector's are one row. */
export function unitsOf(index: number): Pair {
  const [channels, height, width] = steps[index].measure.output;
  return height === 1 && width === 1 ? [1, channels] : [height, width];
}

/** How far a layer's units see, and how far apart their patches lie, in pixels. */
export function growth(index: number): { readonly size?: number; readonly jump: number } {
  return steps[index].fields[0];
}

/** Whether a layer's units are numbers without a place. */
export const isVector = (index: number) => unitsOf(index)[0] === 1;

/** What a unit sees: in the digit first, then in each layer before its own. */
export function sightOf(index: number, unit: Cell): Patch[] {
  return patchesOf(steps, index, isVector(index) ? { row: 0, column: 0 } : unit);
}

/** The patch as a frame. */
export function markOf({ rows, columns }: Patch, role: Mark['role']): Mark {
  return {
    row: rows[0],
    column: columns[0],
    rows: rows[1] - rows[0] + 1,
    columns: columns[1] - columns[0] + 1,
    role,
  };
}

/** How many cells of a patch lie on the digit, within its border: [rows, columns]. */
export function onDigit({ rows, columns }: Patch): Pair {
  const end = borderWidth + imageSide;
  const inside = ([first, last]: Pair) =>
    Math.min(end - 1, last) - Math.max(borderWidth, first) + 1;
  return [inside(rows), inside(columns)];
}
