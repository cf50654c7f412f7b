import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::borders{digit=3}`: a digit with background, zeros or nothing around it, and what C1 makes of each. */
export const bordersSchema = v.strictObject(sampleAttributes);
