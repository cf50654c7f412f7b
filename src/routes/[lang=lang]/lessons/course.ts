import { course } from 'virtual:lessons';
import { locales, type Locale } from '$lib/ui/locale';

type CourseLesson = (typeof course)[number];

/** The address of every lesson page, for prerendering. */
export const lessonEntries = () =>
  locales.flatMap((lang) => course.map(({ slug }) => ({ lang, slug })));

/** A lesson in `locale`, or in English where it is not yet translated. */
export const translationOf = ({ translations }: CourseLesson, locale: Locale) =>
  translations[locale] ?? translations.en;

export { course };
