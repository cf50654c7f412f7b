import { getContext, setContext } from 'svelte';

/** The languages of the interface and the lessons; the first is the one that others fall back to. */
export const locales = ['en', 'zh'] as const;

/** A language of the interface: the first segment of every page's address. */
export type Locale = (typeof locales)[number];

/** Whether a string (a path segment, say) names a language of the interface. */
export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
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

/** The language of the page a component stands on; English outside any page (in a test). */
export function useLocale(): LocaleContext {
  return getContext<LocaleContext | undefined>(contextKey) ?? { current: 'en' };
}
