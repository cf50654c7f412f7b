import type { GlossaryEntry } from '$lib/notebook';
import type { Locale } from '$lib/ui/locale';

type Loaded = Promise<{ readonly glossary: readonly GlossaryEntry[] }>;

/** Fetches the glossary in a language. */
export const loadGlossary: Record<Locale, () => Loaded> = {
  en: () => import('virtual:glossary/en'),
  zh: () => import('virtual:glossary/zh'),
};
