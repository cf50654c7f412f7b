import { LoadError, type LoadProblem } from '$lib/ui/load/problem';
import { nextTask } from '$lib/ui/next-task';
import { digitOf, type DigitName, type Digits } from '$lib/views/sample/digit';
import { loadDigits, type LoadedDigits } from '$lib/views/sample/load';
import type { Both, Side } from './both';

/** The part of the page that computes, fetched when the page is seen. */
export type Engine = typeof import('./both');

/** Where networks and digits come from; a test puts its own in its place. */
export interface Sources {
  readonly engine: () => Promise<Engine>;
  readonly digits: (wanted: DigitName) => Promise<LoadedDigits>;
}

/** A test digit that a network reads wrongly, and what it takes it for. */
export interface Misread {
  readonly index: number;
  readonly label: number;
  readonly says: Readonly<Record<Side, number>>;
}

/** How far the count of errors is. */
export interface Count {
  readonly done: number;
  readonly total: number;
  readonly misread: readonly Misread[];
}

/** What the page shows: two networks, one digit, and how many of the same test digits each gets wrong. */
export class Comparison {
  state = $state.raw<
    | { readonly is: 'coming' }
    | { readonly is: 'failed'; readonly problem?: LoadProblem }
    | { readonly is: 'here'; readonly engine: Engine; readonly both: Both; readonly digits: Digits }
  >({ is: 'coming' });
  digit = $state.raw<DigitName>({ part: 'test', index: 18 });
  count = $state.raw<Count>();
  readonly #sources: Sources;
  #turn = 0;

  constructor(sources: Sources = { engine: () => import('./both'), digits: loadDigits }) {
    this.#sources = sources;
  }

  /** The digit, once it is here. */
  readonly shown = $derived(
    this.state.is === 'here' ? digitOf(this.state.digits, this.digit) : undefined,
  );
  /** What each network makes of it, layer by layer. */
  readonly readings = $derived.by(() => {
    if (this.state.is !== 'here' || !this.shown) return undefined;
    const { then, now } = this.state.both.readers;
    return { then: then.read(this.shown.pixels), now: now.read(this.shown.pixels) };
  });

  /** Fetches networks and digits. Never rejects. */
  async begin(): Promise<void> {
    this.state = { is: 'coming' };
    try {
      const engine = await this.#sources.engine();
      const [both, loaded] = await Promise.all([
        engine.loadBoth(),
        this.#sources.digits(this.digit),
      ]);
      this.state =
        loaded.kind === 'loaded'
          ? { is: 'here', engine, both, digits: loaded.pack }
          : { is: 'failed', problem: loaded.problem };
    } catch (error) {
      this.state = {
        is: 'failed',
        problem: error instanceof LoadError ? error.problem : undefined,
      };
    }
  }

  /** Another digit. */
  async choose(digit: DigitName): Promise<void> {
    const loaded = await this.#sources.digits(digit);
    if (loaded.kind !== 'loaded' || this.state.is !== 'here') return;
    this.state = { ...this.state, digits: loaded.pack };
    this.digit = digit;
  }

  /** Counts the errors of both on the test digits that come with the page, one digit a task. */
  async countErrors(): Promise<void> {
    if (this.state.is !== 'here') return;
    const { engine, both, digits } = this.state;
    const turn = ++this.#turn;
    const misread: Misread[] = [];
    const total = digits.test.labels.length;
    for (let index = 0; index < total; index++) {
      await nextTask();
      if (turn !== this.#turn) return;
      const { pixels, label } = digitOf(digits, { part: 'test', index });
      const sayOf = (side: Side) => engine.answerFrom(side, both.readers[side].read(pixels));
      const says = { then: sayOf('then'), now: sayOf('now') };
      if (says.then !== label || says.now !== label) misread.push({ index, label, says });
      this.count = { done: index + 1, total, misread: [...misread] };
    }
  }

  /** Ends the count: the reader leaves. */
  stop(): void {
    this.#turn++;
  }
}
