import * as v from 'valibot';
import { sampleAttributes, wholeNumber } from '$lib/views/sample/schema';

/** `::kernel-block{channel=11}`: a kernel of C3 as a block of six sheets that turns and can be cut open. */
export const kernelBlockSchema = v.strictObject({
  channel: v.optional(wholeNumber(0, 15), '0'),
  weights: sampleAttributes.weights,
  seed: sampleAttributes.seed,
});
