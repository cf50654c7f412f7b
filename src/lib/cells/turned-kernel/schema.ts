import * as v from 'valibot';
import { parseRef } from '$lib/nn';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::turned-kernel{number=s2.output.grad[4,7,6]}`: a gradient that comes back through C3, in three ways. */
export const turnedKernelSchema = v.strictObject({
  number: v.pipe(
    v.string(),
    v.check(
      (text) => /^s2\.output\.grad$/.test(parseRef(text)?.tensor ?? ''),
      'must name a gradient that comes back through C3, such as s2.output.grad[4,7,6]',
    ),
  ),
  ...sampleAttributes,
});
