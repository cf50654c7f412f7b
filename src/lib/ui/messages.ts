import type { Locale } from './locale';

type Message = string | ((...values: never[]) => string);

/**
 * The words of one part of the interface in each language: `messages[locale.current].title`.
 * What is not yet translated into Chinese is said in English; a message that needs values is a
 * function of them, with the same parameters in both languages.
 */
export function defineMessages<T extends Record<string, Message>>(
  en: T,
  zh: Partial<T>,
): Record<Locale, T> {
  return { en, zh: { ...en, ...zh } };
}
