import * as v from 'valibot';
import type { NormalizationName } from '$lib/data';
import type { StateDict } from '$lib/nn';
import type { OptimizerState, UpdatedTrace, UpdateRule } from '$lib/optim';
import type { Digit } from '../digit';

/*
 * What the page and the worker that traces digits say to each other. Both are built from the same
 * files: here it is enough that each message is an object.
 */

const object = <T>() => v.custom<T>((value) => typeof value === 'object' && value !== null);

/** A digit, a network as links write it with its numbers, and how it moves. */
export interface TraceRequest {
  readonly digit: Digit;
  readonly network: string;
  readonly values: StateDict;
  readonly rule: UpdateRule;
  readonly state: OptimizerState | undefined;
  readonly normalize: NormalizationName;
  readonly first?: readonly Digit[];
}

export const requestSchema = object<TraceRequest>();
export const replySchema = object<UpdatedTrace>();
