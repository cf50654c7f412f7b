import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { Document } from './documents';
import { tokensOf, wantedCharacters, wantedTokens } from './tokens';

/** What is found, the best first. */
export type Hit = Omit<Document, 'names'> & {
  /** The words of the text that were found. */
  readonly words: readonly string[];
};

const stored = ['kind', 'title', 'text', 'address', 'number', 'lesson'];

const options: Options<Document> = {
  fields: ['title', 'names', 'lesson', 'text'],
  storeFields: stored,
  tokenize: (text) => tokensOf(text),
  processTerm: (term) => term,
};

const isHan = (term: string) => /\p{Script=Han}/u.test(term);

const asked: SearchOptions = {
  boost: { title: 5, names: 4, lesson: 1.5 },
  tokenize: (question) => wantedTokens(question),
  combineWith: 'AND',
  // A word may still be being typed, or be misspelt; a Chinese character is right or another one.
  prefix: (term) => !isHan(term) && term.length > 1,
  fuzzy: (term) => (isHan(term) || term.length < 4 ? false : term.length < 8 ? 1 : 2),
  weights: { prefix: 0.5, fuzzy: 0.3 },
};

/** Makes the index of documents, as text that `openIndex` reads. */
export function buildIndex(documents: readonly Document[]): string {
  const index = new MiniSearch(options);
  index.addAll(documents);
  return JSON.stringify(index);
}

/**
 * Opens an index that `buildIndex` made: a function that finds up to `most` documents for a question. Every word of
 * it must be found; where that finds nothing, the single characters of Chinese, or any of the words.
 */
export async function openIndex(text: string): Promise<(question: string, most: number) => Hit[]> {
  const index = await MiniSearch.loadJSONAsync(text, options);
  return (question, most) => {
    const tries: SearchOptions[] = [
      asked,
      { ...asked, tokenize: (words) => wantedCharacters(words) },
      { ...asked, combineWith: 'OR', tokenize: (words) => wantedCharacters(words) },
    ];
    for (const way of tries) {
      const found = index.search(question, way);
      if (found.length === 0) continue;
      return found
        .slice(0, most)
        .map(({ id, kind, title, text, address, number, lesson, terms }) => ({
          id: String(id),
          kind: kind as Hit['kind'],
          title: String(title),
          text: String(text),
          address: String(address),
          number: number as number | undefined,
          lesson: lesson as string | undefined,
          words: terms,
        }));
    }
    return [];
  };
}
