import recorded from '$lib/pages/training/example/run.json';
import type { PageServerLoad } from './$types';

/** The run that stands there before the reader's own: part of the page, not of its script. */
export const load: PageServerLoad = () => ({ recorded });
