import * as v from 'valibot';
import { movableNumber } from '$lib/views/sample/number-schema';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::nudge{number=c1.weight[2,0,3,4]}`: one number moved by hand, and the loss as it moves. */
export const nudgeSchema = v.strictObject({
  number: v.optional(movableNumber, 'c1.weight[2,0,3,4]'),
  ...sampleAttributes,
});
