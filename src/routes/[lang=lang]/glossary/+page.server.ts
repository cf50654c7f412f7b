import { loadGlossary } from './load-glossary';
import type { PageServerLoad } from './$types';

/** The glossary in the page's language, sorted by name. */
export const load: PageServerLoad = async ({ params }) => {
  const { glossary } = await loadGlossary[params.lang]();
  return { entries: glossary.toSorted((a, b) => a.name.localeCompare(b.name, params.lang)) };
};
