import type { Normalization } from '$lib/data';
import type { StateDict } from '$lib/nn';
import * as v from 'valibot';
import type { Row, Scores } from './row';

/*
 * What the page and the worker that slides the network say to each other. Both are built from the same files:
 * here it is enough that each message holds objects where it should.
 */

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const object = <T>() => v.custom<T>(isObject);

/** A row, and the weights that read it. */
export const requestSchema = v.object({
  row: object<Row>(),
  weights: object<StateDict>(),
  normalization: object<Normalization>(),
});
export type Request = Readonly<v.InferOutput<typeof requestSchema>>;

/** The ten scores at each place, and the most that they differ from those of the network at each place by itself. */
export const foundSchema = v.object({ scores: object<Scores>(), difference: v.number() });
export type Found = Readonly<v.InferOutput<typeof foundSchema>>;
