import { glossaryEntries } from '$lib/notebook';
import { searchDocuments } from '$lib/notebook/search/documents';
import { buildIndex } from '$lib/notebook/search/search-index';
import { locales } from '$lib/ui/locale';
import { compileLessons, readTerms } from './compile';

/**
 * The modules that are made of the project at `root`, each with what makes its text: the course, and for every language what
 * pages load when the reader asks for it. Throws a `LessonError` for mistakes in the lessons.
 */
export async function compileModules(root: string): Promise<Record<string, () => string>> {
  const terms = readTerms(root);
  const course = await compileLessons(root);
  const constant = (name: string, value: unknown) =>
    `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
  const index = (locale: string) => buildIndex(searchDocuments(terms, course, locale, locales[0]));
  return {
    'virtual:lessons': () => constant('course', course),
    ...Object.fromEntries(
      locales.map((locale) => [
        `virtual:glossary/${locale}`,
        () => constant('glossary', glossaryEntries(terms, course, locales, locale)),
      ]),
    ),
    ...Object.fromEntries(
      locales.map((locale) => [
        `virtual:search/${locale}`,
        () => `export const index = ${JSON.stringify(index(locale))};`,
      ]),
    ),
  };
}
