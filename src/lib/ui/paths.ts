import { base } from '$app/paths';
import type { Locale } from './locale';

/** The address of a page in a language: `pagePath('en', '/lessons/c1')` is `/en/lessons/c1`. */
export function pagePath(locale: Locale, path = ''): string {
  return `${base}/${locale}${path}`;
}

/** The address of a file served as it is: `assetPath('/data/mini.bin')`. */
export function assetPath(path: string): string {
  return `${base}${path}`;
}
