import { course } from 'virtual:lessons';
import type { CourseLesson, Lesson } from '$lib/notebook';
import { locales, type Locale } from '$lib/ui/locale';

export { course };

/** The address of every lesson page, for prerendering. */
export const lessonEntries = () =>
  locales.flatMap((lang) => course.map(({ slug }) => ({ lang, slug })));

/** A lesson in `locale`, or in English where it is not yet translated. */
export const translationOf = ({ translations }: CourseLesson, locale: Locale): Lesson =>
  translations[locale] ?? translations[locales[0]];
