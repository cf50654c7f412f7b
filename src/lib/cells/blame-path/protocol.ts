import type { Ref, Trace } from '$lib/nn';
import * as v from 'valibot';
import type { Blame } from './paths';

/*
 * What the page and the worker that follows paths say to each other. Both are built from the same files: here it
 * is enough that each message says what kind it is and holds objects where it should.
 */

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const object = <T>() => v.custom<T>(isObject);

/** What the page asks: another trace; or the paths of a weight of it, through these numbers by stage. */
export const requestSchema = v.variant('kind', [
  v.object({ kind: v.literal('begin'), trace: object<Trace>() }),
  v.object({
    kind: v.literal('follow'),
    weight: object<Ref>(),
    most: v.number(),
    through: object<ReadonlyMap<number, number>>(),
    /** The page's own count, which comes back with the answer. */
    turn: v.number(),
  }),
]);
export type Request = Readonly<v.InferOutput<typeof requestSchema>>;

/** What the worker has found. */
export const foundSchema = v.object({ turn: v.number(), blame: object<Blame>() });
export type Found = Readonly<v.InferOutput<typeof foundSchema>>;
