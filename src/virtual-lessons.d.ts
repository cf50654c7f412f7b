/** The compiled course, in its order; made by `scripts/vite-lessons.ts` from `lessons/`. */
declare module 'virtual:lessons' {
  import type { Lesson, LessonHeader } from '$lib/notebook';
  import type { Locale } from '$lib/ui/locale';

  interface Translation {
    readonly header: LessonHeader;
    /** Loads the lesson's text. */
    readonly load: () => Promise<{ readonly default: Lesson }>;
  }

  export const course: readonly {
    readonly slug: string;
    readonly translations: { readonly en: Translation } & Partial<Record<Locale, Translation>>;
  }[];
}
