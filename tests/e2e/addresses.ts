import { readdirSync, readFileSync } from 'node:fs';

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
  '/compare',
  '/train',
  '/train/pair',
  '/scratch',
  '/glossary',
  '/teach',
  '/teach/layers',
  '/teach/table-one',
  '/teach/convolution',
  '/class',
];

/**
 * The address of every page that the build has written: `/en/lessons/c3`; what leads nowhere is none, nor are the
 * pages in folders that lead plain file servers to it.
 */
export const builtPages = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && file !== '404.html' && !file.endsWith('/index.html'))
  // One that only leads on, as from a lesson that was divided.
  .filter((file) => !readFileSync(`build/${file}`, 'utf8').includes('noindex'))
  .map((file) => `/${file.replace(/\.html$/, '').replace(/^index$/, '')}`)
  .sort();

/** One page in one language, and how it is looked at. */
export interface Visit {
  /** `/en/lessons/c3`. */
  readonly address: string;
  /** After the language: `/lessons/c3`. */
  readonly path: string;
  readonly theme: 'light' | 'dark';
  readonly size: 'desktop' | 'phone';
}

/** All combinations are looked at, not a part of them that meets each theme, size and language: `npm run verify`. */
export const everything = process.env.EVERY_PAGE === '1';

const themes = ['light', 'dark'] as const;
const sizes = ['desktop', 'phone'] as const;

/**
 * The visits of a check that takes long. A page has the same parts in both languages, themes and sizes, so each
 * is visited once, and the next one in the next combination.
 */
export const visits: readonly Visit[] = pages.flatMap((path, index) =>
  ['en', 'zh'].flatMap((locale, language) =>
    themes.flatMap((theme, dark) =>
      sizes.flatMap((size, phone) => {
        const isTurn = language + 2 * dark + 4 * phone === (index * 3) % 8;
        return everything || isTurn ? [{ address: `/${locale}${path}`, path, theme, size }] : [];
      }),
    ),
  ),
);
