import type { Mark, Role } from '$lib/figures/mark';
import type { Layout, MapCell } from './layout';

/** Numbers of one tensor that belong together, and what they are: a frame goes round them. */
export interface Highlight {
  /** Indices without the sample axis. */
  readonly indices: readonly (readonly number[])[];
  readonly role: Role;
  /** They stand back behind others. */
  readonly faint?: boolean;
}

/**
 * The frames round highlighted numbers, map by map: one round a full rectangle of them, else one
 * round each. What the layout does not show is left out.
 */
export function framesOf(
  layout: Layout,
  highlights: readonly Highlight[],
): ReadonlyMap<number, readonly Mark[]> {
  const frames = new Map<number, Mark[]>();
  for (const { indices, role, faint } of highlights) {
    const byMap = new Map<number, MapCell[]>();
    for (const index of indices) {
      const cell = layout.cellOf(index);
      if (!cell) continue;
      const cells = byMap.get(cell.map);
      if (cells) cells.push(cell);
      else byMap.set(cell.map, [cell]);
    }
    for (const [map, cells] of byMap) {
      frames.set(map, [...(frames.get(map) ?? []), ...frame(cells, role, faint)]);
    }
  }
  return frames;
}

function frame(listed: readonly MapCell[], role: Role, faint?: boolean): Mark[] {
  // A number may be listed twice, as one that two others read: it has one frame all the same.
  const cells = [...new Map(listed.map((cell) => [`${cell.row} ${cell.column}`, cell])).values()];
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const [height, width] = [Math.max(...rows) - top + 1, Math.max(...columns) - left + 1];
  if (cells.length === height * width) {
    return [{ row: top, column: left, rows: height, columns: width, role, faint }];
  }
  return cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1, role, faint }));
}
