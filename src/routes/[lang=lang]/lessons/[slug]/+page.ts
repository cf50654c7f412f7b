import { loadCells } from '$lib/cells';
import type { PageLoad } from './$types';

/** The lesson, and the components of the cells that it uses. */
export const load: PageLoad = async ({ data }) => {
  const names = data.lesson.steps.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'cell' ? segment.cell : [])),
  );
  return { ...data, cells: await loadCells(names) };
};
