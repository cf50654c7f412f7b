import * as v from 'valibot';

/*
 * What goes over the bridge, in both directions: a message with the number of the question it belongs
 * to. An envelope without a message is a question for a sign of life, or the answer to one.
 */
export const envelopeSchema = v.object({
  /** Counts the page's questions from 1; 0 before the first. */
  question: v.pipe(v.number(), v.integer(), v.minValue(0)),
  message: v.optional(v.unknown()),
});
export type Envelope = v.InferOutput<typeof envelopeSchema>;
