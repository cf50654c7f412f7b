import { Remembered, type RememberingProblem } from '$lib/ui/remembered';
import * as v from 'valibot';
import { movedExercise, movedStep } from './moved';

const name = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));

const exerciseSchema = v.object({
  /** What its numbers were drawn with. */
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
  /** What was answered last; empty before there is an answer. */
  answer: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(100)),
  /** Whether it was once answered rightly, with these numbers or others. */
  done: v.boolean(),
  /** How often it was answered, with these numbers or others. */
  tries: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/** How far the reader is with an exercise. */
export type ExerciseProgress = v.InferOutput<typeof exerciseSchema>;

const courseSchema = v.object({
  /** Where he read last. */
  last: v.optional(v.object({ lesson: name, step: name })),
  /** By `lesson/exercise`. */
  exercises: v.record(v.string(), exerciseSchema),
});

/** How far the reader is in the course. */
type CourseProgress = v.InferOutput<typeof courseSchema>;

const beginning: CourseProgress = { exercises: {} };

/** The same progress where a lesson came apart: what was done since then counts more. */
function carriedOver({ last, exercises }: CourseProgress): CourseProgress {
  const [lesson, step] = last ? (movedStep(last.lesson, last.step)?.split('#') ?? []) : [];
  const entries = Object.entries(exercises).map(
    ([key, done]) => [movedExercise(key), done] as const,
  );
  const stayed = Object.entries(exercises).filter(([key]) => movedExercise(key) === key);
  return {
    ...(last && { last: lesson === undefined ? last : { lesson, step: step ?? last.step } }),
    exercises: Object.fromEntries([...entries, ...stayed]),
  };
}

function read(text: string): CourseProgress | undefined {
  try {
    const result = v.safeParse(courseSchema, JSON.parse(text));
    return result.success ? carriedOver(result.output) : undefined;
  } catch {
    return undefined;
  }
}

/** Why what the reader did may not be there next time; `cleared`: it was, and has been written again. */
export type ProgressProblem = RememberingProblem | 'cleared';

/**
 * How far the reader is, on his machine alone, as one remembered state. Where the browser keeps nothing
 * it holds until the page is left.
 */
export class Progress {
  readonly #remembered = new Remembered<CourseProgress>('progress', {
    read,
    write: (course) => JSON.stringify(course),
  });
  #course = $state.raw(beginning);
  #problem = $state.raw<ProgressProblem>();
  /** Whether the browser has kept anything: if it is gone then, somebody has cleared it. */
  #wasKept = false;
  #followers = 0;
  #unfollow = () => {};

  /** Reads what is remembered and follows what other tabs do, until the function returned is called. */
  follow(): () => void {
    if (this.#followers++ === 0) {
      this.#read();
      // Where another tab has cleared the storage, what is known here stays, and is kept again.
      this.#unfollow = this.#remembered.follow((other) => other && (this.#course = other));
    }
    return () => {
      if (--this.#followers === 0) this.#unfollow();
    };
  }

  get problem(): ProgressProblem | undefined {
    return this.#problem;
  }

  /** The lesson and the step that were read last. */
  get last(): CourseProgress['last'] {
    return this.#course.last;
  }

  get isEmpty(): boolean {
    return this.#course.last === undefined && Object.keys(this.#course.exercises).length === 0;
  }

  exercise(lesson: string, id: string): ExerciseProgress | undefined {
    return this.#course.exercises[`${lesson}/${id}`];
  }

  /** How many of these exercises of a lesson are done. */
  doneOf(lesson: string, ids: readonly string[]): number {
    return ids.filter((id) => this.exercise(lesson, id)?.done).length;
  }

  keep(lesson: string, id: string, exercise: ExerciseProgress): void {
    const { exercises } = this.#course;
    this.#write({ exercises: { ...exercises, [`${lesson}/${id}`]: exercise } });
  }

  visit(lesson: string, step: string): void {
    this.#write({ last: { lesson, step } });
  }

  /** Forgets all of it, in every tab. */
  erase(): void {
    this.#write({ last: undefined, exercises: {} });
  }

  /** All of it as text, for a file of the reader's own. */
  get text(): string {
    return JSON.stringify(this.#course, null, 2);
  }

  #read(): void {
    const course = this.#remembered.recall();
    if (course && this.#problem === undefined) this.#course = course;
    this.#wasKept ||= course !== undefined;
  }

  #write(change: Partial<CourseProgress>): void {
    if (this.#followers === 0) this.#read();
    const course = { ...this.#course, ...change };
    this.#course = course;
    const wasCleared = this.#wasKept && this.#remembered.recall() === undefined;
    const problem = this.#remembered.keep(course);
    this.#wasKept ||= problem === undefined;
    this.#problem = problem ?? (wasCleared ? 'cleared' : undefined);
  }
}

/** The reader's progress: one for all that is on the page. */
export const progress = new Progress();
