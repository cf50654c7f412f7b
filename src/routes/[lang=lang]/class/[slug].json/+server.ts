import { error, json } from '@sveltejs/kit';
import { course, lessonEntries, translationOf } from '../../lessons/course.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = lessonEntries;

/** The exercises of a lesson as they are written, for sets that name them. */
export const GET: RequestHandler = ({ params }) => {
  const lesson = course.find(({ slug }) => slug === params.slug);
  if (!lesson) error(404);
  const { steps } = translationOf(lesson, params.lang === 'zh' ? 'zh' : 'en');
  return json(
    steps.flatMap(({ segments }) =>
      segments.flatMap((part) => (part.kind === 'exercise' ? part.exercise : [])),
    ),
  );
};
