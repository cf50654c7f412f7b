import type { Exercise } from '$lib/notebook';

/** A set of a class that an exercise is part of. */
export interface InSet {
  /** What the answers of this set are kept under. */
  readonly id: string;
  /** What all readers' numbers are drawn with; where there is none, each has his own. */
  readonly seed?: number;
}

/** What each kind of exercise is given. */
export interface ExerciseProps {
  readonly exercise: Exercise;
  /** The set in which it stands; none in a lesson. */
  readonly inSet?: InSet;
  readonly [name: string]: unknown;
}
