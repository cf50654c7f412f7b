import * as v from 'valibot';
import { layerNames, sampleAttributes } from '$lib/views/sample/schema';

/** `::backward-maps{layer=c3 part=weight}`: a layer's numbers and, below them, their gradients. */
export const backwardMapsSchema = v.strictObject({
  layer: v.picklist(layerNames),
  part: v.optional(v.picklist(['output', 'weight']), 'output'),
  ...sampleAttributes,
});
