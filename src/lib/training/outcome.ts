import type { TestOutcome } from './progress';

/** How often each digit was taken for each: row the label, column what it was taken for. */
export function confusionOf(
  { predicted }: Pick<TestOutcome, 'predicted'>,
  labels: ArrayLike<number>,
): number[][] {
  const counts = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
  predicted.forEach((digit, index) => counts[labels[index]][digit]++);
  return counts;
}

/** A test digit that was taken for another. */
export interface Mistake {
  /** Its place in the test set. */
  readonly index: number;
  readonly label: number;
  readonly predicted: number;
  readonly loss: number;
}

/** The digits that were taken for others, the largest loss first; all or those of one kind. */
export function worstMistakes(
  { losses, predicted }: TestOutcome,
  labels: ArrayLike<number>,
  kind?: Pick<Mistake, 'label' | 'predicted'>,
): Mistake[] {
  const mistakes: Mistake[] = [];
  predicted.forEach((digit, index) => {
    const label = labels[index];
    const wanted = kind ? label === kind.label && digit === kind.predicted : digit !== label;
    if (wanted) mistakes.push({ index, label, predicted: digit, loss: losses[index] });
  });
  return mistakes.sort((a, b) => b.loss - a.loss);
}
