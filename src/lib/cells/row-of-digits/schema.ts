import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

const { weights, seed } = sampleAttributes;

/** `::row-of-digits{digits=350}`: the whole network slid over digits in a row. */
export const rowOfDigitsSchema = v.strictObject({
  digits: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'must be one to six digits, such as 350')),
    '350',
  ),
  weights,
  seed,
});
