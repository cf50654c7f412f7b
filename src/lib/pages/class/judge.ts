import { taskOf, type HandedAnswer, type ReadHandIn } from '$lib/exercises';
import type { Exercise } from '$lib/notebook';
import type { Trace } from '$lib/nn';
import type { Locale } from '$lib/ui/locale';
import { loadExercises } from './load-exercises';

/**
 * What judges the answers of some files: each exercise is drawn again from the answer's own seed. Rejects
 * where exercises, or a network that reads a digit, cannot be had.
 */
export async function judgeFor(
  locale: Locale,
  read: readonly ReadHandIn[],
): Promise<(answer: HandedAnswer) => boolean | undefined> {
  const answers = read.flatMap(({ handIn }) => handIn.answers);
  const exercises = await loadExercises(
    locale,
    answers.map(({ exercise }) => exercise),
  );
  const traces = await tracesOf(exercises, answers);
  return (answer) => {
    const exercise = exercises.get(answer.exercise);
    if (!exercise) return undefined;
    const { scene } = taskOf(exercise, answer.seed);
    const trace = scene && traces.get(`${scene.digit} ${scene.weights}`);
    return taskOf(exercise, answer.seed, trace).judge(answer.answer).is === 'right';
  };
}

/** The networks, each with its digit, in which some answers name a number. */
async function tracesOf(
  exercises: ReadonlyMap<string, Exercise>,
  answers: readonly HandedAnswer[],
): Promise<ReadonlyMap<string, Trace>> {
  const traces = new Map<string, Trace>();
  for (const { exercise: key, seed } of answers) {
    const exercise = exercises.get(key);
    const scene = exercise && taskOf(exercise, seed).scene;
    if (!scene || traces.has(`${scene.digit} ${scene.weights}`)) continue;
    const { loadSample } = await import('$lib/views/sample/load-sample');
    const sample = await loadSample(scene.digit, scene.weights, 0);
    if (sample.kind === 'failed') throw new Error('class: a digit cannot be had');
    traces.set(`${scene.digit} ${scene.weights}`, sample.trace);
  }
  return traces;
}
