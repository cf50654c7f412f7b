import { crossEntropy, crossEntropyInputGrad, softmax, tensor } from '$lib/nn';

/** How far a score can be moved. */
export const scoreRange = [-10, 15] as const;

/** The temperatures that can be chosen: below 1 the largest score takes more, above 1 less. */
export const temperatures = [0.25, 0.5, 1, 2, 5, 10] as const;

/** What ten scores come to. */
export interface FromScores {
  /** The softmax of the scores, each divided by the temperature. */
  readonly probabilities: Float64Array;
  /** Minus the logarithm of the right digit's probability. */
  readonly loss: number;
  /** How the loss changes with each score. */
  readonly gradients: Float64Array;
}

/**
 * Ten scores as probabilities, the loss for the digit `label`, and its slope along each score. Scores are
 * divided by the temperature first, so a slope is p − [right] divided by it. Throws for no digit of the ten.
 */
export function fromScores(scores: readonly number[], label: number, temperature = 1): FromScores {
  const logits = tensor(
    [1, scores.length],
    scores.map((score) => score / temperature),
  );
  const probabilities = softmax(logits);
  return {
    probabilities: probabilities.data,
    loss: crossEntropy(logits, [label]).data[0],
    gradients: crossEntropyInputGrad(probabilities, [label]).data.map(
      (slope) => slope / temperature,
    ),
  };
}
