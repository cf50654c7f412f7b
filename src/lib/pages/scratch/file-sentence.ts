import type { FileProblem } from '$lib/notebook/formula';
import type { Locale } from '$lib/ui/locale';
import { messages } from './messages';

/** Where in a file: `cells.2.max` is `cells[3].max`, counted as a reader counts. */
function placeText(where: string): string {
  return where.replace(/\.(\d+)/g, (_, index: string) => `[${Number(index) + 1}]`);
}

/** Why a file or a link is no notebook, as the end of a sentence for the reader. */
export function fileSentence(
  locale: Locale,
  problem: FileProblem | { kind: 'damagedLink' },
): string {
  const t = messages[locale];
  switch (problem.kind) {
    case 'notJson':
      return problem.line === undefined || problem.column === undefined
        ? t.notJson
        : t.notJsonAt(problem.line, problem.column);
    case 'otherFormat':
      return t.otherFormat;
    case 'newerVersion':
      return t.newerVersion(String(problem.version).slice(0, 20));
    case 'badValue': {
      const expected = problem.expected === 'text' ? t.expectedText : t[problem.expected];
      return t.badValue(placeText(problem.where), expected);
    }
    case 'repeatedId':
      return t.repeatedId(placeText(problem.where), problem.id);
    case 'damagedLink':
      return t.damagedLink;
  }
}
