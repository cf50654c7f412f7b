import { evaluateNotebook, type CellResult, type Evaluation } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import type { EvaluateRequest, Reply } from './protocol';

/**
 * The worker's side of the conversation: evaluates each notebook it is sent, remembering the last
 * one, so that an edit costs what depends on it.
 */
export function createEngine(): (request: EvaluateRequest, reply: (reply: Reply) => void) => void {
  const language = createLanguage();
  let previous: Evaluation | undefined;

  return ({ cells, skip }, reply) => {
    const evaluation = evaluateNotebook(cells, language, {
      previous,
      skip: new Set(skip),
      onStart: (cell) => reply({ type: 'started', cell }),
    });
    const changed = new Map<string, CellResult>();
    for (const [id, result] of evaluation.results) {
      if (!isSame(previous?.results.get(id), result)) changed.set(id, result);
    }
    previous = evaluation;
    reply({ type: 'evaluated', results: { cells: changed, values: evaluation.values } });
  };
}

/** Plots are kept from run to run where nothing changed; lines are few and cheap to compare. */
function isSame(before: CellResult | undefined, now: CellResult): boolean {
  if (before === now) return true;
  return now.type !== 'plot' && JSON.stringify(before) === JSON.stringify(now);
}
