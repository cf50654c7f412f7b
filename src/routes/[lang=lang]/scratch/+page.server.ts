import { evaluateNotebook } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { exampleNotebook } from '$lib/pages/scratch/example';
import type { PageServerLoad } from './$types';

/** The values of the example's names, computed when the site is built: they stand until the page's own come. */
export const load: PageServerLoad = () => ({
  exampleValues: Object.fromEntries(
    evaluateNotebook(exampleNotebook('en').cells, createLanguage()).values,
  ),
});
