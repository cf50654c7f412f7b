import { course, translationOf } from './course';
import type { PageLoad } from './$types';

/** Every lesson's title, summary and length, in its place. */
export const load: PageLoad = async ({ parent }) => {
  const { locale } = await parent();
  return { lessons: course.map((lesson) => translationOf(lesson, locale).header) };
};
