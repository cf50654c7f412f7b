import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::scores-by-hand{digit=3}`: the ten scores of a digit, moved by hand: softmax, loss and slopes follow. */
export const scoresByHandSchema = v.strictObject(sampleAttributes);
