import type { Ref, Trace } from '$lib/nn';
import * as v from 'valibot';
import type { Look, Outcome } from './along';

/*
 * What the page and the worker that nudges say to each other. Both are built from the same files: here it
 * is enough that each message says what kind it is and holds objects where it should.
 */

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const object = <T>() => v.custom<T>(isObject);

/** What the page asks: another number, with all its outcomes; or a closer look at one value of it. */
export const requestSchema = v.variant('kind', [
  v.object({
    kind: v.literal('begin'),
    trace: object<Trace>(),
    ref: object<Ref>(),
    values: v.array(v.number()),
  }),
  v.object({ kind: v.literal('look'), value: v.number() }),
]);
export type Request = Readonly<v.InferOutput<typeof requestSchema>>;

/** What the worker has found. */
export const findingSchema = v.variant('kind', [
  v.object({ kind: v.literal('outcome'), outcome: object<Outcome>() }),
  v.object({ kind: v.literal('look'), look: object<Look>() }),
  /** Nothing is left to do. */
  v.object({ kind: v.literal('done') }),
]);
export type Finding = Readonly<v.InferOutput<typeof findingSchema>>;
