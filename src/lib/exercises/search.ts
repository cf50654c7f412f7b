import type { Setting } from './rule';

/** A cell of a figure, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A grid of numbers in which a cell is to be found. */
export interface Figure {
  readonly rows: number;
  readonly columns: number;
  /** In row-major order. */
  readonly values: readonly number[];
  /** What is drawn in full ink. */
  readonly magnitude: number;
  /** Whether its numbers are needed, and so are printed. */
  readonly isNumbered: boolean;
}

/** A figure with the cell that is right, and those that known slips lead to. */
export interface Search {
  readonly setting: Setting;
  readonly figure: Figure;
  readonly right: Place;
  readonly slips: Readonly<Record<string, Place>>;
}
