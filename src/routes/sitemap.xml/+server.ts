import { languageTag, locales } from '$lib/ui/locale';
import { course } from '../[lang=lang]/lessons/course.server';
import { movedLessons } from '$lib/views/course/moved';
import { siteAddress } from '../site-address';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Pages that only lead on to others. */
const leadingOn = Object.keys(movedLessons).map((slug) => `/lessons/${slug}`);

/** Every page by its path after the language, from the routes that there are. */
const paths = Object.keys(import.meta.glob('../\\[lang=lang\\]/**/+page.svelte')).flatMap(
  (file) => {
    const path = file.replace(/^.*\[lang=lang\]/, '').replace(/\/\+page\.svelte$/, '');
    return path.includes('[slug]')
      ? course.map(({ slug }) => path.replace('[slug]', slug))
      : leadingOn.includes(path)
        ? []
        : [path];
  },
);

/** All pages in all languages, each with the same page in the others. */
export const GET: RequestHandler = () => {
  const urls = paths.flatMap((path) => {
    const alternates = locales.map(
      (other) =>
        `<xhtml:link rel="alternate" hreflang="${languageTag(other)}" href="${siteAddress(`/${other}${path}`)}"/>`,
    );
    return locales.map(
      (locale) => `<url><loc>${siteAddress(`/${locale}${path}`)}</loc>${alternates.join('')}</url>`,
    );
  });
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
  ];
  return new Response(`${xml.join('\n')}\n`, { headers: { 'Content-Type': 'application/xml' } });
};
