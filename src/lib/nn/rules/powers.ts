import type { Reference } from './operand';

/** The e^(z − largest z) of each logit, and their sum. */
export function powersOf(logits: readonly Reference[]): {
  readonly largest: number;
  readonly powers: readonly number[];
  readonly sum: number;
} {
  const largest = Math.max(...logits.map(({ value }) => value));
  const powers = logits.map(({ value }) => Math.exp(value - largest));
  return { largest, powers, sum: powers.reduce((sum, power) => sum + power, 0) };
}
