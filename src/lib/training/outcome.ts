import { classCount } from '$lib/data';
import type { TestOutcome } from './progress';

/** How often each digit was taken for each: row the label, column what it was taken for. */
export function confusionOf({ predicted, labels }: TestOutcome): number[][] {
  const counts = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  predicted.forEach((digit, index) => counts[labels[index]][digit]++);
  return counts;
}

/** A kind of answer: what the digit is, and what it was taken for. */
export interface AnswerKind {
  readonly label: number;
  readonly predicted: number;
}

/** A test digit with its answer. */
export interface Answer extends AnswerKind {
  /** Its place in the test set. */
  readonly index: number;
  readonly loss: number;
}

/** The digits of one kind of answer, or all that were mistaken, the largest loss first. */
export function worstAnswers(
  { losses, predicted, labels }: TestOutcome,
  kind?: AnswerKind,
): Answer[] {
  const answers: Answer[] = [];
  predicted.forEach((digit, index) => {
    const label = labels[index];
    const wanted = kind ? label === kind.label && digit === kind.predicted : digit !== label;
    if (wanted) answers.push({ index, label, predicted: digit, loss: losses[index] });
  });
  return answers.sort((a, b) => b.loss - a.loss);
}

/** The share of right answers among the digits from `from` up to `to`. */
export function accuracyWithin(
  { predicted, labels }: TestOutcome,
  from: number,
  to: number,
): number {
  let right = 0;
  for (let i = from; i < to; i++) right += Number(predicted[i] === labels[i]);
  return right / (to - from);
}
