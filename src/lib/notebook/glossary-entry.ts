import type { CourseLesson } from './course';
import { explainedAt } from './explained';
import type { Term } from './glossary';

/** A word of the field as a page in one language shows it. Plain data, which the page loads. */
export interface GlossaryEntry extends Pick<Term, 'id' | 'books' | 'pytorch'> {
  readonly name: string;
  /** What it is called in the other language. */
  readonly other: { readonly name: string; readonly language: string };
  readonly gloss: string;
  /** The step that explains it, if one does. */
  readonly explained?: {
    readonly slug: string;
    readonly step: string;
    /** The lesson's place in the course, from 1, and its title. */
    readonly number: number;
    readonly title: string;
  };
}

/**
 * The entries of a compiled course's glossary in `language`, in the file's order; `languages` begins with the one
 * in which every lesson is written. Throws where the glossary names a step that is not there.
 */
export function glossaryEntries(
  terms: readonly Term[],
  course: readonly CourseLesson[],
  languages: readonly string[],
  language: string,
): GlossaryEntry[] {
  const [original] = languages;
  const places = explainedAt(terms, course, original);
  const other = languages.find((name) => name !== language) ?? language;
  return terms.map(({ id, names, books, pytorch, gloss }) => {
    const place = places.get(id);
    const lesson = course.find(({ slug }) => slug === place?.slug);
    const words = lesson && (lesson.translations[language] ?? lesson.translations[original]);
    return {
      id,
      name: names[language],
      other: { name: names[other], language: other },
      gloss: gloss[language],
      books,
      pytorch,
      explained: place && words && { ...place, number: words.number, title: words.title },
    };
  });
}
