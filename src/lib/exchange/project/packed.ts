import type { Locale } from '$lib/ui/locale';
import { loadSentence } from '$lib/ui/load/load-sentence';
import type { ProjectQuestion } from './client';
import { projectMessages } from './messages';

/** A packed project, or a sentence that says why there is none. */
export type PackedProject =
  | { readonly name: string; readonly content: Uint8Array<ArrayBuffer> }
  | { readonly problem: string };

/** Has a run packed as a PyTorch project. What does so comes when it is needed. */
export async function packedProject(
  locale: Locale,
  question: ProjectQuestion,
): Promise<PackedProject> {
  const { askProject } = await import('./client');
  const answer = await askProject(question);
  switch (answer.is) {
    case 'packed':
      return { name: answer.name, content: answer.bytes };
    case 'not-loaded':
      return { problem: loadSentence(locale, answer.problem) };
    case 'failed':
      return { problem: projectMessages[locale].failed };
  }
}
