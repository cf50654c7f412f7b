import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::shift-digit{digit=3}`: a digit moved, turned, scaled, sprinkled or erased, and what C1 and S2 make of it. */
export const shiftDigitSchema = v.strictObject(sampleAttributes);
