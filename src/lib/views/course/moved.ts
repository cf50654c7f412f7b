/** What has become of a lesson that came apart: its steps and exercises stand in others, as `lesson#step` and `lesson/exercise`. */
interface MovedLesson {
  /** Where its address leads without a step, or with one that it never had. */
  readonly to: string;
  readonly steps: Readonly<Record<string, string>>;
  readonly exercises: Readonly<Record<string, string>>;
}

/** The lessons that came apart, by their former addresses, which teachers have linked to. */
export const movedLessons = {
  backward: {
    to: 'phases',
    steps: {
      slope: 'slope#slope',
      start: 'loss#start',
      linear: 'chain-rule#linear',
      gates: 'back-pooling#gates',
      guess: 'back-convolution#guess',
      convolution: 'back-convolution#convolution',
      turned: 'back-convolution#turned',
      step: 'update#step',
      exercises: 'phases#exercises',
    },
    exercises: {
      score: 'loss/score',
      uses: 'back-convolution/uses',
      'one-step': 'update/one-step',
      'training-step': 'phases/training-step',
      zero: 'phases/zero',
      pooled: 'back-pooling/pooled',
    },
  },
} as const satisfies Readonly<Record<string, MovedLesson>>;

const table: Readonly<Record<string, MovedLesson>> = movedLessons;
const movedOf = (lesson: string) => (Object.hasOwn(table, lesson) ? table[lesson] : undefined);
const ownOf = (names: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(names, name) ? names[name] : undefined;

/** Where a step of a lesson stands now: `loss#start`; undefined for a lesson that has not come apart. */
export function movedStep(lesson: string, step: string): string | undefined {
  const moved = movedOf(lesson);
  return moved && (ownOf(moved.steps, step) ?? moved.to);
}

/** Where an exercise, `backward/score`, stands now; as it was if it has not moved. */
export function movedExercise(key: string): string {
  const [lesson, id = ''] = key.split('/');
  const moved = movedOf(lesson);
  return (moved && ownOf(moved.exercises, id)) ?? key;
}
