import type { Cell } from './mark';

/** How far each arrow key moves in a grid: rows down, columns to the right. */
const moves: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Where a key moves the cursor in a matrix of `rows` × `columns`: by arrows one cell, by Home and End
 * to the row's ends, with Control to the matrix's. The result may lie outside by one row or column,
 * where a neighbour can take over; nothing for any other key.
 */
export function moveCursor(
  { row, column }: Cell,
  key: string,
  control: boolean,
  rows: number,
  columns: number,
): Cell | undefined {
  if (key === 'Home') return { row: control ? 0 : row, column: 0 };
  if (key === 'End') return { row: control ? rows - 1 : row, column: columns - 1 };
  const move = moves[key];
  return move && { row: row + move[0], column: column + move[1] };
}

/** The nearest cell that lies in a matrix of `rows` × `columns`. */
export function clampCell({ row, column }: Cell, rows: number, columns: number): Cell {
  const clamp = (at: number, size: number) => Math.max(0, Math.min(size - 1, at));
  return { row: clamp(row, rows), column: clamp(column, columns) };
}
