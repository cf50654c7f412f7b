import type { Locale } from '$lib/ui/locale';
import { loadMessages } from './load-messages';
import type { LoadProblem, LoadReason } from './problem';

/** Why a file is not there and what to do, as a sentence. */
export function loadSentence(locale: Locale, problem: LoadProblem): string {
  const t = loadMessages[locale];
  return t.sentence(t[problem.what], reasonText(locale, problem));
}

function reasonText(locale: Locale, problem: LoadReason): string {
  const t = loadMessages[locale];
  switch (problem.reason) {
    case 'stalled': {
      const seconds = Math.round(problem.seconds);
      return problem.received === 0 ? t.silent(seconds) : t.stalled(seconds, problem.received);
    }
    case 'cut-short': {
      const { received, expected } = problem;
      return expected === undefined ? t.cutShort(received) : t.cutShortOf(received, expected);
    }
    case 'status':
      return statusText(locale, problem.status);
    default:
      return t[problem.reason];
  }
}

const refusals = [401, 403, 407, 451];

function statusText(locale: Locale, status: number): string {
  const t = loadMessages[locale];
  if (isMissing(status)) return t.missing(status);
  if (refusals.includes(status)) return t.refused(status);
  return status === 429 || status >= 500 ? t.busy(status) : t.status(status);
}

/** Whether a status says that the file is not there: after a renewal of the site, a reload helps. */
export const isMissing = (status: number) => status === 404 || status === 410;
