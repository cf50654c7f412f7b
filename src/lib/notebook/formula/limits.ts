/**
 * What an expression may cost. Everything but `milliseconds` is checked before anything is
 * evaluated, so a notebook within these bounds ends in far less than the time allowed.
 */
export const limits = {
  /** Characters in the source of one cell. */
  characters: 2_000,
  /** Characters in a text cell. */
  textCharacters: 5_000,
  /** Numbers, names, operators and calls in one expression. */
  nodes: 400,
  /** Brackets, or operators, inside one another. */
  depth: 100,
  /** Characters in a name. */
  nameLength: 32,
  /** Steps one evaluation takes, with the functions that it calls counted in full. */
  steps: 200_000,
  /** The same for all places of a curve together. */
  plotSteps: 400_000,
  /** Places at which a plot computes each of its curves. */
  samples: 401,
  /** Curves in one plot. */
  curves: 3,
  /** Cells in a notebook. */
  cells: 100,
  /** Statements in all formula and plot cells together, and their characters: all are typeset. */
  notebookStatements: 500,
  notebookCharacters: 20_000,
  /** Lines and marks, such as `*` and `{`, in all text cells together: what is between them is drawn. */
  notebookMarks: 2_500,
  /** Time for one cell, in a worker that is stopped when it is over. */
  milliseconds: 120,
} as const;
