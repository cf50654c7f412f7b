import { limits, type FileProblem } from '$lib/notebook/formula';
import type { Locale } from '$lib/ui/locale';
import { fileSentence } from './file-sentence';
import { longestLink } from './link';
import { messages } from './messages';

/** What the notebook says of what was just done, or why it was not: worded where it is shown. */
export type Said =
  | { kind: 'full' | 'added' | 'removed' | 'startedAnew' | 'undone' | 'redone' | 'otherTab' }
  | { kind: 'moved'; position: number; count: number }
  | { kind: 'imported'; title: string }
  | { kind: 'linkCopied' | 'linkTooLong'; length: number }
  | { kind: 'linkShown' }
  | { kind: 'fileTooLarge' }
  | { kind: 'fileProblem'; problem: FileProblem }
  | { kind: 'linkProblem'; problem: FileProblem | { kind: 'damagedLink' } };

const problems: ReadonlySet<Said['kind']> = new Set([
  'full',
  'linkTooLong',
  'fileTooLarge',
  'fileProblem',
  'linkProblem',
]);

/** Whether something was not done, which stands out. */
export function isProblem({ kind }: Said): boolean {
  return problems.has(kind);
}

/** What was said, as a sentence in a language. */
export function saidSentence(locale: Locale, said: Said): string {
  const t = messages[locale];
  switch (said.kind) {
    case 'full':
      return t.full(limits.cells);
    case 'moved':
      return t.moved(said.position, said.count);
    case 'imported':
      return t.imported(said.title || t.untitled);
    case 'linkCopied':
      return t.linkCopied(said.length);
    case 'linkTooLong':
      return t.linkTooLong(said.length, longestLink);
    case 'fileTooLarge':
      return t.fileProblem(t.fileTooLarge);
    case 'fileProblem':
      return t.fileProblem(fileSentence(locale, said.problem));
    case 'linkProblem':
      return t.linkProblem(fileSentence(locale, said.problem));
    default:
      return t[said.kind];
  }
}
