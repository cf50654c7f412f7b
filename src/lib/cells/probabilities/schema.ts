import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::probabilities{digit=3}`: the ten scores of a digit and the probabilities they become. */
export const probabilitiesSchema = v.strictObject(sampleAttributes);
