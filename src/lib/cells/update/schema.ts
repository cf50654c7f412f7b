import * as v from 'valibot';
import { parameterLayers, sampleAttributes } from '$lib/views/sample/schema';

/** `::update{layer=c1}`: one step of SGD on one digit: weights, gradient, new weights, the loss. */
export const updateSchema = v.strictObject({
  layer: v.optional(v.picklist(parameterLayers), 'c1'),
  ...sampleAttributes,
});
