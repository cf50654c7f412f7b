import * as v from 'valibot';
import { sampleAttributes, wholeNumber } from '$lib/views/sample/schema';

/** `::turn-digit{digit=3 into=8}`: pixels to edit until the network answers another digit. */
export const turnDigitSchema = v.strictObject({
  into: v.optional(wholeNumber(0, 9), '8'),
  ...sampleAttributes,
});
