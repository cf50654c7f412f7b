import * as v from 'valibot';
import { parameterNumber } from '$lib/views/sample/number-schema';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::blame-path{weight=f6.weight[17,3]}`: one weight, its ways to the loss, and what each carries back. */
export const blamePathSchema = v.strictObject({
  weight: v.optional(
    v.pipe(
      parameterNumber,
      v.check((text) => text.includes('.weight['), 'must be a weight, not a bias'),
    ),
    'f6.weight[17,3]',
  ),
  ...sampleAttributes,
});
