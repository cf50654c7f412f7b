import type { Normalization } from '$lib/data';
import type { Step, Tensor } from '$lib/nn';
import * as v from 'valibot';
import type { Strongest } from './strongest';

/*
 * What the page and the worker that looks through the digits say to each other. Both are built from the same
 * files: here it is enough that each message says what kind it is and holds objects where it should.
 */

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const object = <T>() => v.custom<T>(isObject);

/** Digits, and a network as the steps of its trace with its parameters. */
export const requestSchema = v.object({
  images: object<Uint8Array>(),
  steps: object<readonly Step[]>(),
  given: object<ReadonlyMap<string, Tensor>>(),
  normalization: object<Normalization>(),
  names: v.array(v.string()),
});
export type Request = Readonly<v.InferOutput<typeof requestSchema>>;

/** How many digits are through, and in the end what was found. */
export const foundSchema = v.variant('kind', [
  v.object({ kind: v.literal('through'), count: v.number() }),
  v.object({ kind: v.literal('found'), strongest: object<Strongest>() }),
]);
export type Found = Readonly<v.InferOutput<typeof foundSchema>>;
