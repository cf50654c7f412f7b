import type { Shape } from '$lib/network';

/** A setting of a layer, by the name that it has in the forms and in the links. */
export type Field =
  | 'input'
  | 'kernel'
  | 'stride'
  | 'padding'
  | 'dilation'
  | 'in'
  | 'out'
  | 'groups'
  | 'outputPadding'
  | 'rate'
  | 'slope'
  | 'output'
  | 'batch';

/** A direction in a picture. */
export type Axis = 'height' | 'width';

/** Why there is no answer, with the numbers that a sentence about it needs. */
export type Reason =
  | { readonly code: 'empty'; readonly field: Field }
  | { readonly code: 'not-a-number'; readonly field: Field }
  | { readonly code: 'not-whole'; readonly field: Field; readonly value: number }
  | {
      readonly code: 'too-small';
      readonly field: Field;
      readonly value: number;
      readonly minimum: number;
    }
  | {
      readonly code: 'too-large';
      readonly field: Field;
      readonly value: number;
      readonly maximum: number;
    }
  /** The kernel, spread out by its dilation, covers `span` pixels; the padded input has fewer. */
  | {
      readonly code: 'kernel-exceeds-input';
      readonly field: 'kernel';
      readonly span: number;
      readonly padded: number;
    }
  /** A pooling window could lie wholly in the padding. */
  | {
      readonly code: 'padding-exceeds-half';
      readonly field: 'padding';
      readonly padding: number;
      readonly maximum: number;
    }
  /** Padding by the name `same` keeps the size, which a stride above 1 cannot. */
  | { readonly code: 'same-with-stride'; readonly field: 'padding'; readonly stride: number }
  /** A transposed convolution's padding takes away more than it makes. */
  | {
      readonly code: 'padding-removes-all';
      readonly field: 'padding';
      readonly padding: number;
      readonly size: number;
    }
  /** A transposed convolution's output padding must be less than its stride or its dilation. */
  | {
      readonly code: 'output-padding-too-large';
      readonly field: 'outputPadding';
      readonly value: number;
      readonly maximum: number;
    }
  | {
      readonly code: 'groups-do-not-divide';
      readonly field: 'groups';
      readonly groups: number;
      readonly channels: number;
      readonly side: 'in' | 'out';
    }
  /** What the two ways through a residual block make cannot be added: their shapes differ. */
  | {
      readonly code: 'branches-differ';
      readonly field: 'output';
      readonly body: Shape;
      readonly shortcut: Shape;
    }
  /** A share of the numbers is from 0 to below 1. */
  | { readonly code: 'not-a-share'; readonly field: 'rate'; readonly value: number }
  /** The answer itself is past 2⁵³, where whole numbers are no longer exact. */
  | { readonly code: 'result-too-large'; readonly field: Field };

/**
 * No answer; `axis` says in which direction, where that makes a difference, and `within` names the
 * layer inside a residual block.
 */
export interface Failure {
  readonly ok: false;
  readonly reason: Reason;
  readonly axis?: Axis;
  readonly within?: string;
}

/** An answer, or the reason why there is none. Never NaN. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

/** The answer `value`. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** No answer, because of `reason`. */
export function failure(reason: Reason): Failure {
  return { ok: false, reason };
}
