import type { Engine } from './engine';
import type { Report } from './protocol';
import type { Move, Trainer } from './trainer';

/** What a run needs from its worker, or from a test. */
export interface RunOptions {
  readonly engine: Engine;
  readonly trainer: Trainer;
  readonly post: (report: Report) => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Resolves once the messages that were waiting have been heard. */
  readonly breathe: () => Promise<void>;
}

/** Milliseconds of training between two looks at the messages. */
const sliceMs = 20;

/** Milliseconds between two progress reports: a page draws no faster. */
const reportMs = 50;

/** A training run in a worker: moves its trainer on in slices, with room for messages in between. */
export class Run {
  readonly #options: RunOptions;
  /** What the reader wants: to go on, or to stand still. */
  #wanted = false;
  /** Whether the loop is under way; it ends soon after it is no longer wanted. */
  #looping = false;
  #spentMs = 0;
  #reportedAt = -Infinity;
  #losses: number[] = [];
  #accuracies: number[] = [];

  constructor(options: RunOptions) {
    this.#options = options;
  }

  /** Trains until it is stopped or the run is over; resolves then. */
  async go(): Promise<void> {
    this.#wanted = true;
    if (this.#looping) return;
    this.#looping = true;
    try {
      while (this.#wanted && !this.#isOver()) {
        this.#slice();
        await this.#options.breathe();
      }
    } finally {
      this.#looping = false;
    }
    this.#reportEnd();
  }

  /** Asks the loop to end after the slice it is in. */
  stop(): void {
    this.#wanted = false;
  }

  #isOver(): boolean {
    const { at } = this.#options.trainer.stage;
    return at === 'finished' || at === 'diverged';
  }

  #slice(): void {
    const { trainer, now } = this.#options;
    const from = now();
    let time = from;
    while (time - from < sliceMs && !this.#isOver()) {
      this.#note(trainer.move());
      time = now();
    }
    this.#spentMs += time - from;
    if (time - this.#reportedAt < reportMs) return;
    this.#reportedAt = time;
    this.#reportProgress();
  }

  #note(move: Move): void {
    if (move.did === 'train') {
      this.#losses.push(move.loss);
      this.#accuracies.push(move.correct / move.size);
    } else if (move.did === 'test' && move.result) {
      const { step } = this.#options.trainer;
      this.#options.post({ type: 'tested', epoch: move.epoch, step, ...move.result });
    }
  }

  #reportProgress(): void {
    const { engine, trainer, post } = this.#options;
    post({
      type: 'progress',
      epoch: trainer.epoch,
      step: trainer.step,
      seconds: this.#spentMs / 1000,
      losses: Float32Array.from(this.#losses),
      accuracies: Float32Array.from(this.#accuracies),
      kernels: engine.weights()['conv1.weight'],
    });
    this.#losses = [];
    this.#accuracies = [];
  }

  #reportEnd(): void {
    const { trainer, post } = this.#options;
    this.#reportProgress();
    const { stage } = trainer;
    if (stage.at === 'finished') post({ type: 'finished', seconds: this.#spentMs / 1000 });
    else if (stage.at === 'diverged') {
      post({ type: 'diverged', epoch: stage.epoch, step: stage.step });
    } else post({ type: 'stopped' });
  }
}
