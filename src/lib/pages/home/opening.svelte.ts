import { partlyWritten, strokeOfThree, writtenAt } from './writing';

/** Milliseconds that the strokes take to be written, and a layer to be filled. */
const writing = 1000;
const perLayer = 110;

/**
 * How the page opens, once: the digit is written, then the layers are filled from left to right, the bars
 * last. Whatever the reader does ends it.
 */
export class Opening {
  /** The share of the digit that is written. */
  #written = $state(0);
  /** How many layers are filled. */
  filled = $state(0);
  #isOver = $state(false);
  #frame: number | undefined;
  readonly #pixels: Uint8Array;
  readonly #when: Float64Array;

  constructor(pixels: Uint8Array) {
    this.#pixels = pixels;
    this.#when = writtenAt(Math.sqrt(pixels.length), strokeOfThree);
  }

  /** The digit as far as it is written; nothing once the opening is over. */
  readonly shown = $derived.by(() =>
    this.#isOver ? undefined : partlyWritten(this.#pixels, this.#when, this.#written),
  );

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Writes the digit, and fills the layers as soon as `isReady` says that there is something to show. */
  play(layers: number, isReady: () => boolean): void {
    let [began, filling] = [undefined as number | undefined, undefined as number | undefined];
    const next = (now: number) => {
      began ??= now;
      this.#written = Math.min(1, (now - began) / writing);
      if (this.#written === 1 && isReady()) {
        filling ??= now;
        this.filled = Math.floor((now - filling) / perLayer);
      }
      if (this.filled > layers) this.end();
      else this.#frame = requestAnimationFrame(next);
    };
    this.#frame = requestAnimationFrame(next);
  }

  /** Shows everything at once, from now on. */
  end(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#isOver = true;
    this.filled = Infinity;
  }
}
