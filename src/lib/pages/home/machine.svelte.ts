import { enlargeImage } from '$lib/data';
import type { Tensor } from '$lib/nn';
import { afterPaint } from '$lib/ui/after-paint';
import { DrawingBoard } from '$lib/views/drawing/drawing-board.svelte';
import { rememberedDrawing } from '$lib/views/drawing/stored-drawing';
import { answerOf } from '$lib/views/reading/answer';
import type { Place, Reader } from '$lib/views/reading/engine';
import { ReadingNetwork } from '$lib/views/reading/reader.svelte';
import { samplePlace, type DigitName } from '$lib/views/sample/digit';
import { Opening } from './opening.svelte';

/** Every tensor of one digit's way through a network and back, by its name. */
type Tensors = ReadonlyMap<string, Tensor>;

/** What stands below the machine, of the digit that is on the pad. */
export interface Below {
  readonly tensors: Tensors;
  /** The same digit through the network of a seed, and through the trained one. */
  readonly before: Tensors;
  readonly after: Tensors;
  /** What the digit is, where it is known; else what the loss takes it for. */
  readonly label?: number;
  readonly assumed?: number;
}

/** The sample that the page begins with: a plainly written 3. */
const firstSample = 3;

/** The pad, the network that reads it, and what it reads. */
export class Machine {
  readonly board = new DrawingBoard();
  readonly network: ReadingNetwork;
  readonly opening: Opening;
  /** The ten sample digits `[28, 28]`: sample `i` shows the digit `i`. */
  readonly samples: readonly Uint8Array[];
  readonly #bases: readonly Uint8Array[];
  below = $state.raw<Below>();
  #isLookedBelow = $state(false);
  #others = $state.raw<{ readonly before: Reader; readonly after: Reader }>();

  constructor(samples: readonly Uint8Array[], network = new ReadingNetwork()) {
    this.samples = samples;
    this.network = network;
    this.#bases = samples.map(enlargeImage);
    this.opening = new Opening(samples[firstSample]);
    this.board.restore({ base: this.#bases[firstSample], strokes: [] });
  }

  /** Which sample lies on the pad, untouched; −1 where the reader has drawn, or cleared. */
  readonly sample = $derived.by(() => {
    const { base, strokes } = this.board.drawing;
    return strokes.length === 0 ? this.#bases.findIndex((each) => each === base) : -1;
  });
  /** What the digit is, where that is known. */
  readonly label = $derived(this.sample < 0 ? undefined : this.sample);
  /** The image on the pad `[28, 28]`; nothing where it shows no digit. */
  readonly pixels = $derived.by(() => {
    if (this.sample >= 0) return this.samples[this.sample];
    const { treatment } = this.board;
    return treatment.kind === 'digit' ? treatment.image : undefined;
  });
  readonly reading = $derived.by(() => this.pixels && this.network.reader?.read(this.pixels));
  readonly #answer = $derived(this.reading && answerOf(this.reading.probabilities)?.digit);

  readonly #query = $derived.by(() => {
    const { state } = this.network;
    // An empty pad names no digit: the microscope then shows its own, through the same weights.
    return state.is === 'here'
      ? state.engine.microscopeQuery(this.#name(), state.reader)
      : undefined;
  });

  /** Begins: fetches the network, and shows what the reader drew before, or how a 3 is written and read. */
  start(layers: number, isStill: boolean): void {
    void this.network.choose('trained');
    const kept = rememberedDrawing.recall();
    if (kept && (kept.base ?? kept.strokes.length > 0)) {
      this.board.restore(kept);
      this.opening.end();
    } else if (isStill) {
      this.opening.end();
    } else {
      this.opening.play(layers, () => this.reading !== undefined);
    }
  }

  /** The reader draws: what is drawn takes the place of a sample. */
  begin(): void {
    this.opening.end();
    if (this.sample >= 0) this.board.clear();
  }

  /** Puts a sample on the pad. */
  pick(digit: number): void {
    this.opening.end();
    this.board.replace({ base: this.#bases[digit], strokes: [] });
  }

  /** Remembers what the reader drew; in an effect. */
  remember(): void {
    if (this.opening.isOver && this.sample < 0) rememberedDrawing.keep(this.board.settled);
  }

  /**
   * The query of a link into the microscope at this digit and these weights; '' while there is no network.
   * A drawn digit is taken for what the network reads in it, until the reader says there what it is.
   */
  query(open?: Place): string {
    const { state } = this.network;
    if (state.is !== 'here' || this.#query === undefined) return '';
    return open ? state.engine.withOpened(this.#query, open) : this.#query;
  }

  /** The reader comes near to what is below: from now on it is computed. Never rejects. */
  async lookBelow(): Promise<void> {
    this.#isLookedBelow = true;
    const { fetch } = this.network;
    const [before, after] = await Promise.all([fetch('fresh'), fetch('trained')]);
    if (before.is === 'here' && after.is === 'here') {
      this.#others = { before: before.reader, after: after.reader };
    }
  }

  /** Computes what is below once the pen has settled; in an effect, which calls off what it returns. */
  followBelow(): (() => void) | undefined {
    const { pixels, label, board } = this;
    const { reader } = this.network;
    const others = this.#others;
    const answer = this.#answer;
    if (!this.#isLookedBelow || !others || board.isDown) return undefined;
    if (!pixels || !reader || answer === undefined) {
      this.below = undefined;
      return undefined;
    }
    const trace = (each: Reader) => each.trace(pixels, label ?? answer);
    return afterPaint(() => {
      const tensors = trace(reader);
      this.below = {
        tensors,
        before: trace(others.before),
        after: reader.weights === 'trained' ? tensors : trace(others.after),
        label,
        assumed: label === undefined ? answer : undefined,
      };
    });
  }

  #name(): DigitName | undefined {
    if (this.sample >= 0) return samplePlace(this.sample);
    const { pixels } = this;
    const label = this.#answer;
    return pixels && label !== undefined
      ? { part: 'drawn', pixels, label, isAssumed: true }
      : undefined;
  }
}
