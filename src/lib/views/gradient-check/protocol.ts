import type { Ref, Trace } from '$lib/nn';
import type { CurvePoint, ManyOptions, ManyProgress } from '$lib/nn/gradient-check';
import * as v from 'valibot';

/*
 * What the page and the worker that checks gradients say to each other. Both are built from the same
 * files: here it is enough that each message says what kind it is and holds objects where it should.
 */

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const object = <T>() => v.custom<T>(isObject);

/** What the page asks of the worker, in place of what it was doing. */
export const requestSchema = v.variant('kind', [
  v.object({ kind: v.literal('curve'), trace: object<Trace>(), ref: object<Ref>() }),
  v.object({ kind: v.literal('many'), trace: object<Trace>(), options: object<ManyOptions>() }),
  v.object({ kind: v.literal('stop') }),
]);
export type Request = Readonly<v.InferOutput<typeof requestSchema>>;

/** Work that takes too long for the page itself. */
export type Job = Exclude<Request, { readonly kind: 'stop' }>;

/** A piece of a job's result. */
export const findingSchema = v.variant('kind', [
  v.object({ kind: v.literal('point'), point: object<CurvePoint>() }),
  v.object({ kind: v.literal('progress'), progress: object<ManyProgress>() }),
  v.object({ kind: v.literal('done') }),
]);
export type Finding = Readonly<v.InferOutput<typeof findingSchema>>;
