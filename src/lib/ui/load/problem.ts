import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the site fetches while it is used. */
const what = v.picklist(['digits', 'weights', 'kernels']);
export type Loadable = v.InferOutput<typeof what>;

const reasonSchema = v.variant('reason', [
  /** The browser knows that it has no connection. */
  v.object({ reason: v.literal('offline') }),
  /** No answer: no connection to the site, or something in the browser or on the way blocks it. */
  v.object({ reason: v.literal('unreachable') }),
  /** Nothing has come for `seconds`; `received` bytes came before. */
  v.object({ reason: v.literal('stalled'), seconds: v.number(), received: count }),
  /** The server answered with an HTTP status that is no success. */
  v.object({ reason: v.literal('status'), status: count }),
  /** A web page came instead of the file: a network's sign-in page, or a server's own. */
  v.object({ reason: v.literal('page') }),
  /** The connection ended after `received` bytes, of `expected` where that is known. */
  v.object({ reason: v.literal('cut-short'), received: count, expected: v.optional(count) }),
  /** All of it came, and it is not the file: its checksum or its form is wrong. */
  v.object({ reason: v.literal('damaged') }),
]);
export type LoadReason = Readonly<v.InferOutput<typeof reasonSchema>>;

/** Which file could not be had, and why; a schema, because workers tell the page. */
export const problemSchema = v.intersect([v.object({ what }), reasonSchema]);
export type LoadProblem = { readonly what: Loadable } & LoadReason;

/** A file could not be loaded. Trying again is always safe: nothing broken is kept. */
export class LoadError extends Error {
  override readonly name = 'LoadError';

  constructor(readonly problem: LoadProblem) {
    super(`loadFile: ${Object.values(problem).join(' ')}`);
  }
}
