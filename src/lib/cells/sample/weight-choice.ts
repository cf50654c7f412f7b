/**
 * The weights that one can look through: as a seed draws them; after the training on a thousand
 * digits; after three epochs of all of MNIST. `scripts/train-weights.ts` has made the last two.
 */
export const weightChoices = ['fresh', 'mini', 'trained'] as const;

/** Weights that one can look through. */
export type WeightChoice = (typeof weightChoices)[number];
