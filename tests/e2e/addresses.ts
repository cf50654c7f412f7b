import { readdirSync } from 'node:fs';

/** The slugs of the lessons, in order: addresses that teachers link to. */
export const lessonSlugs = [
  'network',
  'convolution',
  'c1',
  's2',
  'c3',
  's4',
  'c5',
  'f6',
  'output',
  'backward',
  'training',
];

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
];

/** The address of every page that the build has written: `/en/lessons/c3`; what leads nowhere is none. */
export const builtPages = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && file !== '404.html')
  .map((file) => `/${file.replace(/\.html$/, '').replace(/^index$/, '')}`)
  .sort();
