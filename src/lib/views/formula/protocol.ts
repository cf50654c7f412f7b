import type { Cell, CellResult } from '$lib/notebook/formula';

/** What the page asks of the worker: compute this notebook. */
export interface EvaluateRequest {
  /** Counts the requests, so that replies can be told apart. */
  run: number;
  cells: readonly Cell[];
  /** The ids of cells that once took too long. */
  skip: readonly string[];
}

/** What the worker answers. */
export type Reply =
  /** Work on a cell begins; its time counts from here. */
  | { type: 'started'; run: number; cell: string }
  /** All is computed; only results that differ from those sent before are in it. */
  | { type: 'evaluated'; run: number; results: NotebookResults };

/** The results of a notebook's cells by their ids, and the values of its names. */
export interface NotebookResults {
  cells: Map<string, CellResult>;
  values: Map<string, number | boolean>;
}
