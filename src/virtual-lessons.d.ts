/** The compiled course, in its order; made by `scripts/vite-lessons.ts` from `lessons/`. */
declare module 'virtual:lessons' {
  import type { CourseLesson } from '$lib/notebook';

  export const course: readonly CourseLesson[];
}
