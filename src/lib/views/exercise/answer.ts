import type { Answer, Task } from '$lib/exercises';
import type { Trace } from '$lib/nn';
import type { Exercise } from '$lib/notebook';

/** How an answer stands: not checked, found wrong, or right; in the last it can no longer be changed. */
export type AnswerState = 'open' | 'wrong' | 'right';

/** What each kind's field is given. */
export interface AnswerProps {
  exercise: Exercise;
  task: Task;
  answer: Answer;
  state: AnswerState;
  /** The ids of the question and of what is said to the answer. */
  labelledby: string;
  describedby: string;
  onanswer: (answer: Answer) => void;
  /** The network of the task's scene has read its digit. */
  ontrace: (trace: Trace) => void;
}
