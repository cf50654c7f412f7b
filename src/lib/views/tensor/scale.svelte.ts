import { Remembered } from '$lib/ui/remembered';

const words = ['shared', 'own'] as const;
type Scale = (typeof words)[number];

const remembered = new Remembered<Scale>('lenet5-map-scale', {
  read: (text) => words.find((word) => word === text),
  write: (scale) => scale,
});

/** Whether the maps of a layer are drawn on one scale, or each on its own: the reader's choice, for all figures. */
export class MapScale {
  #shared = $state(true);
  #isRecalled = false;

  /** True where full ink is the same number in all maps of a layer. */
  get isShared(): boolean {
    return this.#shared;
  }

  /** Recalls what was chosen on an earlier visit: once the page stands, which is made without it. */
  recall(): void {
    if (this.#isRecalled) return;
    this.#isRecalled = true;
    this.#shared = remembered.recall() !== 'own';
  }

  choose(isShared: boolean): void {
    this.#isRecalled = true;
    this.#shared = isShared;
    remembered.keep(isShared ? 'shared' : 'own');
  }
}

/** The choice that all figures share. */
export const mapScale = new MapScale();
