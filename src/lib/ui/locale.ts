import { getContext, setContext } from 'svelte';

/** The languages of the interface and the lessons; the first is the one that others fall back to. */
export const locales = ['en', 'zh'] as const;

/** A language of the interface: the first segment of every page's address. */
export type Locale = (typeof locales)[number];

/** The language in which messages are written first: it says which messages there are. */
export type SourceLocale = (typeof locales)[0];

/** Each language by its own name, and in a few letters where there is little room. */
export const languageNames: Record<Locale, { readonly name: string; readonly short: string }> = {
  en: { name: 'English', short: 'EN' },
  zh: { name: '中文', short: '中文' },
};

/** Whether a string (a path segment, say) names a language of the interface. */
export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** What a language is called in `lang` and `hreflang`: Chinese is `zh-CN`, written in simplified characters. */
export function languageTag(language: string): string {
  return language === 'zh' ? 'zh-CN' : language;
}

/** A path at its language: `/base/zh/lessons/c1` is `zh` and `/lessons/c1`; one without is whole. */
export function splitPath(pathname: string): { locale?: Locale; path: string } {
  const segments = pathname.split('/');
  const locale = segments.find(isLocale);
  if (locale === undefined) return { path: pathname };
  const rest = segments.slice(segments.indexOf(locale) + 1);
  return { locale, path: rest.map((segment) => `/${segment}`).join('') };
}

const contextKey = Symbol('locale');

/** The page's language, read where it is used, so that it follows a change of page. */
export interface LocaleContext {
  readonly current: Locale;
}

/** Makes a language known to every component below; called by the layout. */
export function provideLocale(locale: LocaleContext): void {
  setContext(contextKey, locale);
}

/** The language of the page a component stands on; the first outside any page (in a test). */
export function useLocale(): LocaleContext {
  return getContext<LocaleContext | undefined>(contextKey) ?? { current: locales[0] };
}
