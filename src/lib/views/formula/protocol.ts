import type { Cell, CellResult } from '$lib/notebook/formula';
import * as v from 'valibot';

/*
 * What the page and the worker that computes formulas say to each other. What a cell holds is read by
 * the notebook itself; here it is enough that each says what kind it is.
 */

const hasType = (value: unknown): boolean => v.is(v.looseObject({ type: v.string() }), value);

/** What the page asks of the worker: compute this notebook. */
export const requestSchema = v.object({
  cells: v.array(v.custom<Cell>(hasType)),
  /** The ids of cells that once took too long. */
  skip: v.array(v.string()),
});
export type EvaluateRequest = v.InferOutput<typeof requestSchema>;

/** A value of the language, which knows numbers and truth; division by zero is one of the numbers. */
const valueSchema = v.custom<number | boolean>(
  (value) => typeof value === 'number' || typeof value === 'boolean',
);

const resultsSchema = v.object({
  cells: v.map(v.string(), v.custom<CellResult>(hasType)),
  values: v.map(v.string(), valueSchema),
});

/** The results of a notebook's cells by their ids, and the values of its names. */
export type NotebookResults = v.InferOutput<typeof resultsSchema>;

/** What the worker answers. */
export const replySchema = v.variant('type', [
  /** Work on a cell begins; its time counts from here. */
  v.object({ type: v.literal('started'), cell: v.string() }),
  /** All is computed; only results that differ from those sent before are in it. */
  v.object({ type: v.literal('evaluated'), results: resultsSchema }),
]);
export type Reply = v.InferOutput<typeof replySchema>;
