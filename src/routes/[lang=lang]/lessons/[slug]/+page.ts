import { browser } from '$app/environment';
import { exerciseName, loadCells } from '$lib/cells';
import type { PageLoad } from './$types';

/**
 * The lesson, and the components of the cells that it uses; none where the server has written the
 * page, which then loads each as the reader comes to it.
 */
export const load: PageLoad = async ({ data, params: { lang, slug } }) => {
  const key = `${lang}/${slug}`;
  const isWritten = browser && document.querySelector(`[data-lesson="${key}"]`) !== null;
  const names = data.lesson.steps.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      if (segment.kind === 'cell') return segment.cell;
      return segment.kind === 'exercise' ? exerciseName(segment.exercise) : [];
    }),
  );
  return { ...data, key, cells: await loadCells(isWritten ? [] : names) };
};
