import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::way-back{digit=3}`: the network there and back: what each layer made, and the gradient of all of it. */
export const wayBackSchema = v.strictObject(sampleAttributes);
