import * as v from 'valibot';
import { sampleAttributes, wholeNumber } from '$lib/views/sample/schema';

/** `::convolution-window{layer=c1 channel=2}`: a kernel slides over a digit, step by step. */
export const convolutionWindowSchema = v.strictObject({
  layer: v.optional(v.picklist(['c1', 'c3']), 'c1'),
  channel: v.optional(wholeNumber(0, 15), '2'),
  ...sampleAttributes,
});
