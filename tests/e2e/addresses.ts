import { readdirSync } from 'node:fs';

/** The slugs of the lessons, in order. */
export const lessonSlugs = readdirSync('lessons', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
  .map((name) => name.slice('NN-'.length));

/** Every page, by its path after the language. */
export const pages = [
  '',
  '/lessons',
  ...lessonSlugs.map((slug) => `/lessons/${slug}`),
  '/calculator',
  '/builder',
  '/step',
  '/train',
  '/train/pair',
  '/scratch',
  '/glossary',
];

/** The address of every page that the build has written: `/en/lessons/c3`; what leads nowhere is none. */
export const builtPages = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && file !== '404.html')
  .map((file) => `/${file.replace(/\.html$/, '').replace(/^index$/, '')}`)
  .sort();

/**
 * Whether a page is looked at in this language where one is enough: a lesson has the same figures in both, so
 * that every other one is opened in English, the rest in Chinese. Everything else is opened in both.
 */
export function isOpenedIn(locale: string, path: string): boolean {
  const lesson = lessonSlugs.findIndex((slug) => path === `/lessons/${slug}`);
  return lesson < 0 || locale === (lesson % 2 === 0 ? 'en' : 'zh');
}

/** The pages of the build, each lesson in one language. */
export const pagesOnce = builtPages.filter((address) =>
  isOpenedIn(address.slice(1, 3), address.slice(3)),
);
