import { course, translationOf } from './course.server';
import type { PageServerLoad } from './$types';

/** What the list says of every lesson, in their order. */
export const load: PageServerLoad = ({ params }) => ({
  lessons: course.map((lesson) => {
    const { slug, number, language, title, summary, minutes, steps } = translationOf(lesson, params.lang);
    return {
      slug,
      number,
      language,
      title,
      summary,
      minutes,
      steps: steps.map(({ id, title }) => ({ id, title })),
      exercises: steps.flatMap(({ segments }) =>
        segments.flatMap((part) => (part.kind === 'exercise' ? part.exercise.id : [])),
      ),
    };
  }),
});
