import * as v from 'valibot';
import { parameterNumber } from '$lib/views/sample/number-schema';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::gradient-check{weight=c3.weight[7,2,1,1]}`: one gradient checked against the loss itself. */
export const gradientCheckSchema = v.strictObject({
  weight: v.optional(parameterNumber, 'c3.weight[7,2,1,1]'),
  ...sampleAttributes,
});
