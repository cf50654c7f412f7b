import * as v from 'valibot';
import { checksumOf, hashOf } from './checksum';

/** An exercise by its lesson and its id: `c1/parameters`. */
export const exerciseKey = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/));

/** The most exercises of one set. */
export const mostExercises = 60;

/** Exercises that a teacher sets together. */
export interface Assignment {
  readonly title: string;
  /** Until when, in the teacher's own words. */
  readonly until: string;
  /** What all readers' numbers are drawn with; where there is none, each has his own. */
  readonly seed?: number;
  readonly exercises: readonly string[];
}

const fields = {
  title: v.pipe(v.string(), v.maxLength(120)),
  until: v.pipe(v.string(), v.maxLength(60)),
  seed: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
};

/** One of the texts of a link; undefined where it is absent or cannot be used. */
function fieldOf<Output>(
  schema: v.GenericSchema<string, Output>,
  text: string | undefined,
): Output | undefined {
  const result = v.safeParse(schema, text);
  return result.success ? result.output : undefined;
}

/** The set that a link names by its texts; undefined where it names no exercise. */
export function readAssignment(get: (name: string) => string | undefined): Assignment | undefined {
  const named = (get('do') ?? '').split(',').filter((key) => v.is(exerciseKey, key));
  const exercises = [...new Set(named)].slice(0, mostExercises);
  if (exercises.length === 0) return undefined;
  const seed = fieldOf(fields.seed, get('seed'));
  return {
    title: fieldOf(fields.title, get('title')) ?? '',
    until: fieldOf(fields.until, get('until')) ?? '',
    ...(seed !== undefined && { seed }),
    exercises,
  };
}

/** The query of a set's link. */
export function writeAssignment({ title, until, seed, exercises }: Assignment): string {
  const parts = [`do=${exercises.join(',')}`];
  if (seed !== undefined) parts.push(`seed=${seed}`);
  if (title) parts.push(`title=${encodeURIComponent(title)}`);
  if (until) parts.push(`until=${encodeURIComponent(until)}`);
  return `?${parts.join('&')}`;
}

/** What tells a set from others, whatever its title: its exercises and its seed. */
export const assignmentId = ({ seed, exercises }: Assignment): string =>
  checksumOf(`${seed ?? ''} ${exercises.join(',')}`);

/** What an exercise's numbers are drawn with where all readers have the same. */
export const seedFor = (seed: number, key: string): number => hashOf(`${seed} ${key}`);
