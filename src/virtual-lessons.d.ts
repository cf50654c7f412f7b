/** The compiled course, in its order; made by `scripts/vite-lessons.ts` from `lessons/`. */
declare module 'virtual:lessons' {
  import type { CourseLesson } from '$lib/notebook';

  export const course: readonly CourseLesson[];
}

/** The words of the field as a page in a language shows them, in the order of `lessons/glossary.yaml`. */
declare module 'virtual:glossary/*' {
  import type { GlossaryEntry } from '$lib/notebook';

  export const glossary: readonly GlossaryEntry[];
}

/** What a reader of the pages in a language can find: the text of an index that `openIndex` reads. */
declare module 'virtual:search/*' {
  export const index: string;
}
