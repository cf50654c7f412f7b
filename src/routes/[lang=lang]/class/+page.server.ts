import { course, translationOf } from '../lessons/course.server';
import type { PageServerLoad } from './$types';

/** The beginning of a question, for a list. */
const beginning = (html: string) =>
  html
    .replaceAll(/<span class="katex-mathml">.*?<\/math><\/span>/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\{\{\w+\}\}/g, '…')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, ' ')
    .slice(0, 110);

/** The exercises of every lesson, by what they ask. */
export const load: PageServerLoad = ({ params }) => ({
  lessons: course
    .map((lesson) => {
      const { slug, number, title, steps } = translationOf(lesson, params.lang);
      return {
        slug,
        number,
        title,
        exercises: steps.flatMap(({ segments }) =>
          segments.flatMap((part) =>
            part.kind === 'exercise'
              ? {
                  id: part.exercise.id,
                  minutes: part.exercise.minutes,
                  text: beginning(part.exercise.prompt),
                }
              : [],
          ),
        ),
      };
    })
    .filter(({ exercises }) => exercises.length > 0),
});
