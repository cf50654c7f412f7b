/** Digits whose answers say how many the network reads right at a time. */
const windowSize = 200;

/** The shares of right answers that are worth a picture of the kernels. */
const marks = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

/** Says when a run first reads a larger share of the last 200 digits right than before: 20%, 30%, … */
export class Milestones {
  #answers: { readonly size: number; readonly correct: number }[] = [];
  #passed = 0;

  /** Takes in one batch, as it was read before it was learned from; the share, where it has passed a mark. */
  add(size: number, correct: number): number | undefined {
    this.#answers.push({ size, correct });
    while (this.#count() - this.#answers[0].size >= windowSize) this.#answers.shift();
    if (this.#count() < windowSize) return undefined;
    const share = this.#answers.reduce((sum, each) => sum + each.correct, 0) / this.#count();
    const passed = marks.filter((mark) => share >= mark).length;
    if (passed <= this.#passed) return undefined;
    this.#passed = passed;
    return share;
  }

  #count(): number {
    return this.#answers.reduce((sum, { size }) => sum + size, 0);
  }
}

/** Up to `count` of a list, spread evenly over it, the last one among them. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list;
  return Array.from(
    { length: count },
    (_, place) => list[Math.round(((place + 1) * list.length) / count) - 1],
  );
}
