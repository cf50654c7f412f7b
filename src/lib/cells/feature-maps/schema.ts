import * as v from 'valibot';
import { layerNames, sampleAttributes } from '$lib/views/sample/schema';

/** `::feature-maps{layer=c1}`: what a layer makes of a digit, after its ReLU or as its sums. */
export const featureMapsSchema = v.strictObject({
  layer: v.picklist(['input', ...layerNames]),
  of: v.optional(v.picklist(['activation', 'sums']), 'activation'),
  ...sampleAttributes,
});
