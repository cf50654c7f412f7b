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
  | 'output'
  | 'batch';

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
  | {
      readonly code: 'groups-do-not-divide';
      readonly field: 'groups';
      readonly groups: number;
      readonly channels: number;
      readonly side: 'in' | 'out';
    }
  /** The answer itself is past 2⁵³, where whole numbers are no longer exact. */
  | { readonly code: 'result-too-large'; readonly field: Field };

/** An answer, or the reason why there is none. Never NaN. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

/** The answer `value`. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** No answer, because of `reason`. */
export function failure(reason: Reason): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}
