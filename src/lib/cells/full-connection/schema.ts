import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::full-connection{layer=c5}`: a unit weighs all that it reads, unit after unit. */
export const fullConnectionSchema = v.strictObject({
  layer: v.optional(v.picklist(['c5', 'f6', 'output']), 'c5'),
  ...sampleAttributes,
});
