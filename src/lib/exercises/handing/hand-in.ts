import * as v from 'valibot';
import { exerciseKey, mostExercises, seedFor } from './assignment';
import { checksumOf } from './checksum';

const entrySchema = v.object({
  exercise: exerciseKey,
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
  answer: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(100)),
  tries: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6)),
});

const handInSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(120)),
  title: v.pipe(v.string(), v.maxLength(120)),
  seed: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Of which set these are: its exercises. */
  exercises: v.pipe(v.array(exerciseKey), v.minLength(1), v.maxLength(mostExercises)),
  answers: v.pipe(v.array(entrySchema), v.maxLength(mostExercises)),
});

/** A reader's answers to a set. */
export type HandIn = v.InferOutput<typeof handInSchema>;
export type HandedAnswer = v.InferOutput<typeof entrySchema>;

/** Its text without checksum, always in the same order. */
const plainText = ({ name, title, seed, exercises, answers }: HandIn): string =>
  JSON.stringify({
    name,
    title,
    seed,
    exercises,
    answers: answers.map(({ exercise, seed: own, answer, tries }) => ({
      exercise,
      seed: own,
      answer,
      tries,
    })),
  });

/** A reader's answers as the text of a file. */
export function writeHandIn(handIn: HandIn): string {
  const text = plainText(handIn);
  return `${text.slice(0, -1)},"check":"${checksumOf(text)}"}`;
}

/** What is read from a file: the answers, and whether it was changed since it was written. */
export interface ReadHandIn {
  readonly handIn: HandIn;
  readonly isChanged: boolean;
}

/** Reads the text of a file; undefined for what is no file of answers. */
export function readHandIn(text: string): ReadHandIn | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const result = v.safeParse(v.intersect([handInSchema, v.object({ check: v.string() })]), data);
  if (!result.success) return undefined;
  const { check, ...handIn } = result.output;
  return { handIn, isChanged: check !== checksumOf(plainText(handIn)) || hasOtherSeeds(handIn) };
}

/** Whether an answer's numbers are not those of a set in which all have the same. */
const hasOtherSeeds = ({ seed, answers }: HandIn) =>
  seed !== null && answers.some((each) => each.seed !== seedFor(seed, each.exercise));
