/** A part of some other notation or language that an expression may not hold. */
export type Forbidden =
  'text' | 'list' | 'object' | 'property' | 'range' | 'innerAssignment' | 'operator' | 'constant';

/**
 * Why a cell, or one line of it, has no value: data for a sentence, which the page says in the
 * reader's language. `at` counts characters from the start of the cell's source.
 */
export type Problem =
  | {
      kind: 'syntax';
      reason: 'ended' | 'expectedValue' | 'bracket' | 'comma' | 'unexpected';
      at: number;
    }
  | { kind: 'forbidden'; what: Forbidden; part: string }
  /** A sign that the language writes another way. */
  | { kind: 'instead'; typed: string; write: string }
  /** Half of a pair, such as `|` or `⌋`. */
  | { kind: 'unpaired'; sign: string }
  | { kind: 'notNeedsBrackets' }
  | { kind: 'unknownName'; name: string; nearest?: string }
  | { kind: 'unknownFunction'; name: string; nearest?: string }
  | { kind: 'notAFunction'; name: string }
  | { kind: 'functionWithoutArguments'; name: string }
  | { kind: 'argumentCount'; name: string; least: number; most: number; actual: number }
  | { kind: 'reservedName'; name: string }
  | { kind: 'badName'; name: string }
  | { kind: 'empty' }
  | { kind: 'tooLong'; actual: number; limit: number }
  | { kind: 'tooDeep'; limit: number }
  | { kind: 'tooManyParts'; limit: number }
  | { kind: 'notebookTooLarge'; statements: number; characters: number }
  | { kind: 'tooMuchWork' }
  | { kind: 'tooSlow' }
  | { kind: 'tooManyCurves'; limit: number }
  | { kind: 'duplicate'; name: string; cell: string }
  | { kind: 'cycle'; names: string[] }
  | { kind: 'needs'; name: string; cell: string }
  | { kind: 'infinite' }
  | { kind: 'notANumber' }
  | { kind: 'divisionByZero' }
  | { kind: 'badPlaces'; most: number }
  | { kind: 'emptyRange' }
  | { kind: 'rangeTooWide' }
  /** Its places are closer together than neighbouring numbers of their size. */
  | { kind: 'rangeTooNarrow' }
  | { kind: 'badStep' };

/** Thrown while an expression is read, and caught where its line is. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}
