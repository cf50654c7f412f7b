import * as v from 'valibot';
import { parseRef } from '$lib/nn';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::microscope{open=c3.output[7,2,4]}`: one number of a digit, its layer, and what made it. */
export const microscopeSchema = v.strictObject({
  open: v.pipe(
    v.string(),
    v.check((text) => parseRef(text) !== undefined, 'must name a number, such as c3.output[7,2,4]'),
  ),
  ...sampleAttributes,
});
