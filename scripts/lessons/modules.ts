import { glossaryEntries } from '$lib/notebook';
import { locales } from '$lib/ui/locale';
import { compileLessons, readTerms } from './compile';

/**
 * The modules that are made of the project at `root`, each with its text: the course, and for every language what
 * pages load when the reader asks for it. Throws a `LessonError` for mistakes in the lessons.
 */
export async function compileModules(root: string): Promise<Record<string, string>> {
  const terms = readTerms(root);
  const course = await compileLessons(root);
  const constant = (name: string, value: unknown) =>
    `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
  return {
    'virtual:lessons': constant('course', course),
    ...Object.fromEntries(
      locales.map((locale) => [
        `virtual:glossary/${locale}`,
        constant('glossary', glossaryEntries(terms, course, locales, locale)),
      ]),
    ),
  };
}
