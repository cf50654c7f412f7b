import { locales } from '$lib/ui/locale';
import { movedLessons } from '$lib/views/course/moved';
import { course, translationOf } from '../course.server';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

/** Each step that the lesson had, and the lesson and step that it has become. */
export const load: PageServerLoad = ({ params }) => ({
  steps: Object.entries(movedLessons.backward.steps).flatMap(([former, address]) => {
    const [slug, id] = address.split('#');
    const entry = course.find((lesson) => lesson.slug === slug);
    const lesson = entry && translationOf(entry, params.lang);
    const step = lesson?.steps.find((each) => each.id === id);
    return lesson && step ? [{ former, address, lesson: lesson.title, step: step.title }] : [];
  }),
});
