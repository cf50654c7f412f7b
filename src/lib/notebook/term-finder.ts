import type { Term } from './glossary';

/** A term where a text says it. */
export interface Found {
  readonly term: Term;
  /** Where the words begin in the text, and where they end. */
  readonly start: number;
  readonly end: number;
  /** The language that the words are of: English ones stand in Chinese texts too. */
  readonly language: string;
}

interface Form {
  readonly term: Term;
  readonly language: string;
  readonly words: string;
}

const isLatin = (words: string) => /\p{Script=Latin}/u.test(words);

/** Lower case also stands for the capital at the beginning of a sentence; a blank for any space. */
function wordsPattern(words: string): string {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  return escaped.replace(/^[a-z]/, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Latin words stand alone and may be plural; Chinese has no sign of where a word begins or ends. */
function formPattern({ words }: Form): string {
  const pattern = wordsPattern(words);
  if (!isLatin(words)) return `(${pattern})`;
  const plural = pattern.endsWith('y') ? `${pattern.slice(0, -1)}(?:y|ies)` : `${pattern}(?:e?s)?`;
  return `(?<![\\p{Script=Latin}\\p{N}_-])(${plural})(?![\\p{Script=Latin}\\p{N}_]|-\\p{L})`;
}

/**
 * Finds the terms that a text in `language` says, from left to right: where several begin at the same place, the
 * longest; what lies within it is not found once more.
 */
export function createTermFinder(
  terms: readonly Term[],
  language: string,
): (text: string) => Found[] {
  const own = (term: Term, of: string) =>
    term.forms[of].map((words): Form => ({ term, language: of, words }));
  const forms = terms
    .flatMap((term) => {
      const others = Object.keys(term.forms).filter((other) => other !== language);
      const said = own(term, language);
      // In another script than the page's own: names such as softmax, and English words in Chinese texts.
      const foreign = language === 'en' ? [] : others.flatMap((other) => own(term, other));
      const isNew = ({ words }: Form) => !said.some((form) => form.words === words);
      return [...said, ...foreign.filter(isNew)];
    })
    .sort((a, b) => b.words.length - a.words.length);
  if (forms.length === 0) return () => [];
  const pattern = new RegExp(forms.map(formPattern).join('|'), 'gu');
  return (text) =>
    [...text.matchAll(pattern)].map((match) => {
      const form = forms[match.slice(1).findIndex((group) => group !== undefined)];
      const { term } = form;
      return {
        term,
        start: match.index,
        end: match.index + match[0].length,
        language: form.language,
      };
    });
}
