import { course, translationOf } from '../lessons/course.server';
import type { PageServerLoad } from './$types';

/** The lessons that have exercises, and how many minutes these take together. */
export const load: PageServerLoad = ({ params }) => ({
  lessons: course.flatMap((entry) => {
    const { slug, number, title, steps } = translationOf(entry, params.lang);
    const exercises = steps.flatMap(({ id, segments }) =>
      segments.flatMap((part) => (part.kind === 'exercise' ? { ...part.exercise, step: id } : [])),
    );
    if (exercises.length === 0) return [];
    const minutes = exercises.reduce((sum, exercise) => sum + exercise.minutes, 0);
    return { slug, number, title, step: exercises[0].step, count: exercises.length, minutes };
  }),
});
