import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::loss{digit=3}`: the loss of a digit, from the probability that its label was given. */
export const lossSchema = v.strictObject(sampleAttributes);
