import { languageTag, locales } from '$lib/ui/locale';
import type { Handle } from '@sveltejs/kit';
import earlyScript from './before-hydration.js?raw';

/** The two faces that every page begins with; those of formulas and of code come when they are needed. */
const firstFaces = /\/(source-serif-4|inter)-latin-wght-normal\./;

/** Writes the page's language and what comes before its scripts, and has its fonts come with its style. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) => (type === 'font' ? firstFaces.test(path) : type !== 'asset'),
    transformPageChunk: ({ html }) =>
      html
        .replace('%lang%', languageTag(event.params.lang ?? locales[0]))
        // A function: the text is not to be read for `$` patterns.
        .replace('%early%', () => `<script>${earlyScript}</script>`),
  });
