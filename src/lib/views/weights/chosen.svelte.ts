import { Remembered } from '$lib/ui/remembered';
import { readWeightName, type WeightName } from '../sample/weight-choice';

/** What pages show until the reader has chosen, or a link has: a network that reads. */
const firstWeights: WeightName = 'trained';

const remembered = new Remembered<WeightName>('lenet5-weights', {
  read: readWeightName,
  write: (name) => name,
});

/**
 * The weights that the reader looks through, the same on every page: those that were chosen last, here
 * or on an earlier visit. A link's hold for the page that it leads to, and change what is remembered
 * only when the reader chooses.
 */
export class ChosenWeights {
  #own = $state<WeightName>(firstWeights);
  #here = $state<WeightName>();
  #isRecalled = false;

  /** What the reader has chosen last. */
  get own(): WeightName {
    return this.#own;
  }

  /** What counts for all of this page, because its link names it or the reader has chosen it here. */
  get here(): WeightName | undefined {
    return this.#here;
  }

  /** Recalls what was chosen on an earlier visit: once the page stands, which is made without it. */
  recall(): void {
    if (this.#isRecalled) return;
    this.#isRecalled = true;
    this.#own = remembered.recall() ?? firstWeights;
  }

  /** Looks through these from now on, on every page. */
  choose(name: WeightName): void {
    this.#isRecalled = true;
    this.#here = name;
    this.#own = name;
    remembered.keep(name);
  }

  /** A page is opened, by a link that names these; nothing, or a text that names none, leaves the reader's own. */
  follow(text: string | null): void {
    this.#here = text === null ? undefined : readWeightName(text);
  }
}

/** The choice that all pages of the site share. */
export const chosenWeights = new ChosenWeights();
