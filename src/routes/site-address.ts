import type { Locale } from '$lib/ui/locale';

/** The address of a path at which the site will stand, in full: search engines take no other. */
export const siteAddress = (path: string) => SITE_URL + path;

/** The picture that a chat window shows beside a link to a page of a language. */
export const cardPath = (locale: Locale) => `/card-${locale}.png`;
