import { drawingSide, type Point } from '$lib/data';
import { clampCell, moveCursor } from '$lib/figures/cursor';
import type { Cell } from '$lib/figures/mark';

/** How many places to a side the keyboard can put the pen at. */
export const gridSide = 14;

/** How far they lie apart on the drawing surface: a little less than the pen is wide. */
export const gridStep = drawingSide / gridSide;

/** Where the keyboard's pen begins. */
export const gridStart: Cell = { row: 3, column: 4 };

/** The place on the drawing surface of a cell of the grid: its middle. */
export function pointAt({ row, column }: Cell): Point {
  return { x: gridStep * (column + 0.5), y: gridStep * (row + 0.5) };
}

/** Where an arrow key, Home or End moves the pen: never off the surface; nothing for other keys. */
export function movePen(cell: Cell, key: string, control: boolean): Cell | undefined {
  const target = moveCursor(cell, key, control, gridSide, gridSide);
  return target && clampCell(target, gridSide, gridSide);
}
