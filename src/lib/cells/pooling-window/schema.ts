import * as v from 'valibot';
import { sampleAttributes, wholeNumber } from '$lib/views/sample/schema';

/** `::pooling-window{layer=s2}`: a window of four numbers, the largest of which is kept. */
export const poolingWindowSchema = v.strictObject({
  layer: v.optional(v.picklist(['s2', 's4']), 's2'),
  channel: v.optional(wholeNumber(0, 15), '2'),
  ...sampleAttributes,
});
