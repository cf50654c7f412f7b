import type { Handle } from '@sveltejs/kit';
import { locales } from '$lib/ui/locale';

/** The two faces that every page begins with; those of formulas and of code come when they are needed. */
const firstFaces = /\/(source-serif-4|inter)-latin-wght-normal\./;

/** Writes the page's language into `<html lang>`, and has its text's fonts come with its style. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) => (type === 'font' ? firstFaces.test(path) : type !== 'asset'),
    transformPageChunk: ({ html }) => html.replace('%lang%', event.params.lang ?? locales[0]),
  });
