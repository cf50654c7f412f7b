import { error } from '@sveltejs/kit';
import { loadCells } from '$lib/cells';
import type { LessonHeader } from '$lib/notebook';
import { course, lessonEntries, translationOf } from '../course';
import { messages } from '../messages';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = lessonEntries;

/** A lesson with its neighbours, and the components of the cells that it uses. */
export const load: PageLoad = async ({ params, parent }) => {
  const { locale } = await parent();
  const index = course.findIndex(({ slug }) => slug === params.slug);
  const entry = course[index];
  if (!entry) error(404, messages[locale].noLesson);
  const { default: lesson } = await translationOf(entry, locale).load();
  const names = lesson.steps.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'cell' ? segment.cell : [])),
  );
  const neighbour = (offset: number): LessonHeader | undefined => {
    const other = course[index + offset];
    return other && translationOf(other, locale).header;
  };
  return {
    lesson,
    cells: await loadCells(names),
    count: course.length,
    previous: neighbour(-1),
    next: neighbour(1),
  };
};
