import { evaluateNotebook, type FormulaLine } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { problemSentence } from '$lib/views/formula/problem-sentence';
import type { FormulaAttributes } from './schema';

/** What a lesson's formula cell is given. */
export interface FormulaProps extends FormulaAttributes {
  /** What the source comes to, computed at build time: the page shows it without any mathjs. */
  lines: FormulaLine[];
  [attribute: string]: unknown;
}

/**
 * The build's work for a lesson's formula cell: reads and computes it. Throws a sentence about the
 * first line that has no value, which becomes a problem of the lesson.
 */
export function prepareFormula(attributes: FormulaAttributes): FormulaProps {
  const { id, source, roles } = attributes;
  const { results } = evaluateNotebook(
    [{ id, type: 'formula', title: '', source, ...(roles && { roles }) }],
    createLanguage(),
  );
  const result = results.get(id);
  const lines = result?.type === 'formula' ? result.lines : [];
  for (const { problem } of lines) {
    if (problem) {
      throw new Error(problemSentence('en', problem, { source, cellName: () => 'this cell' }));
    }
  }
  return { ...attributes, lines };
}
