import type { Locale, SourceLocale } from './locale';

type Message = string | ((...values: never[]) => string);

/**
 * The words of one part of the interface in every language: `messages[locale.current].title`.
 * A message that needs values is a function of them. The first language decides which messages
 * there are: another that lacks one, has one more or takes other values does not compile.
 */
export function defineMessages<T extends Record<string, Message>>(
  words: Record<SourceLocale, T> & Record<Exclude<Locale, SourceLocale>, NoInfer<T>>,
): Record<Locale, T> {
  return words;
}
