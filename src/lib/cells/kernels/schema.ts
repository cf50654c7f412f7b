import * as v from 'valibot';
import { parameterLayers, sampleAttributes } from '$lib/views/sample/schema';

/** `::kernels{layer=c3}`: the weights of a layer, one kernel or one unit at a time. */
export const kernelsSchema = v.strictObject({
  layer: v.picklist(parameterLayers),
  weights: sampleAttributes.weights,
  seed: sampleAttributes.seed,
});
