/**
 * The weights that come with the page: as a seed draws them; after the training on a thousand digits;
 * after three epochs of all of MNIST. `scripts/train-weights.ts` has made the last two.
 */
export const weightChoices = ['fresh', 'mini', 'trained'] as const;

/** Weights that come with the page. */
export type WeightChoice = (typeof weightChoices)[number];

/** Weights by name: those that come with the page, or `run-` and the name of a run that is kept here. */
export type WeightName = WeightChoice | `run-${string}`;

/** The weights that a text names; nothing for a text that cannot be a name. */
export function readWeightName(text: string): WeightName | undefined {
  if (/^run-[\w-]{1,100}$/.test(text)) return text as WeightName;
  return weightChoices.find((choice) => choice === text);
}

/** The run whose weights these are; undefined for those that come with the page. */
export function runOf(name: WeightName): string | undefined {
  return name.startsWith('run-') ? name.slice('run-'.length) : undefined;
}
