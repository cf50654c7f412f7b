import { existsSync } from 'node:fs';
import type { PageServerLoad } from './$types';

/** Whether trained weights of 1998 come with the site: what is not there is not asked for. */
export const load: PageServerLoad = () => ({
  hasWeights: existsSync('static/weights/lenet5-1998.safetensors'),
});
