import * as v from 'valibot';
import type { Tensor, Trace } from '$lib/nn';

/*
 * What the page and the worker that runs the moved digit say to each other. Both are built from the same
 * files: here it is enough that each message says what kind it is and holds objects where it should.
 */

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const object = <T>() => v.custom<T>(isObject);

/** What the page asks: another network, and what is wanted of it; or an image `[28, 28]` through it. */
export const requestSchema = v.variant('kind', [
  v.object({ kind: v.literal('begin'), trace: object<Trace>(), wanted: v.array(v.string()) }),
  v.object({ kind: v.literal('pass'), pixels: object<Uint8Array>(), label: v.number() }),
]);
export type Request = Readonly<v.InferOutput<typeof requestSchema>>;

/** The tensors that are wanted, by their names. */
export type Passed = ReadonlyMap<string, Tensor>;
export const passedSchema = object<Passed>();
