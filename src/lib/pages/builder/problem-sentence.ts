import type { Locale } from '$lib/ui/locale';
import { notationSentence } from '$lib/views/network/notation-sentence';
import { reasonSentence } from '$lib/views/layer-calculator/reasons';
import type { RowProblem } from './read-row';

const notationCodes = ['unknown-layer', 'unknown-setting', 'brackets', 'unreadable-value'] as const;

/** What is wrong with a field of a layer: its number, or the layers that it holds. */
export function problemSentence(locale: Locale, problem: RowProblem): string {
  return isOfNotation(problem)
    ? notationSentence(locale, problem)
    : reasonSentence(locale, problem);
}

function isOfNotation(
  problem: RowProblem,
): problem is Extract<RowProblem, { code: (typeof notationCodes)[number] }> {
  return notationCodes.some((code) => code === problem.code);
}
