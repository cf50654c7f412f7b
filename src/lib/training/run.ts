import { fingerprint } from '$lib/kernels';
import { PointCollector, stepsPerPoint } from './curve-points';
import type { Engine } from './engine';
import type { Pace, Report } from './protocol';
import type { LiveSettings, Move, Trainer } from './trainer';

/** What a run needs from its worker, or from a test. */
export interface RunOptions {
  readonly engine: Engine;
  readonly trainer: Trainer;
  readonly pace: Pace;
  readonly post: (report: Report) => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Resolves after this many milliseconds, and not before waiting messages have been heard. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Milliseconds of training between two looks at the messages. */
const sliceMs = 20;

/** Milliseconds between two progress reports: often enough to look alive, seldom enough to draw. */
const reportMs = 100;

/** A training run in a worker: moves its trainer on in slices, with room for messages in between. */
export class Run {
  readonly #options: RunOptions;
  readonly #points: PointCollector;
  #pace: Pace;
  /** When the next batch may come, where the pace is not full. */
  #due = -Infinity;
  /** What the reader wants: to go on, or to stand still. */
  #wanted = false;
  /** Whether the loop is under way; it ends soon after it is no longer wanted. */
  #looping = false;
  /** Milliseconds that the run has been under way. */
  #spent = 0;
  #reportedAt = -Infinity;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#pace = options.pace;
    this.#points = new PointCollector(stepsPerPoint(options.trainer.totalSteps));
  }

  /** Trains until it is stopped or the run is over; resolves then. */
  async go(): Promise<void> {
    this.#wanted = true;
    if (this.#looping) return;
    this.#looping = true;
    try {
      await this.#loop();
    } finally {
      this.#looping = false;
    }
    this.#reportEnd();
  }

  /** Asks the loop to end after the slice it is in. */
  stop(): void {
    this.#wanted = false;
  }

  /** Trains on one batch, with the tests before it if there are any, unless the loop is under way. */
  step(): void {
    if (this.#looping) return;
    while (!this.#isOver() && this.#move().did !== 'train');
    this.#reportEnd();
  }

  /** Changes what may change under way. */
  change(live: LiveSettings): void {
    const { trainer, post } = this.#options;
    trainer.change(live);
    post({ type: 'changed', step: trainer.position.step, ...live });
  }

  setPace(pace: Pace): void {
    this.#pace = pace;
    this.#due = -Infinity;
  }

  async #loop(): Promise<void> {
    const { now, pause } = this.#options;
    let from = now();
    while (this.#wanted && !this.#isOver()) {
      this.#slice(from);
      await pause(Math.max(0, Math.min(reportMs, this.#due - now())));
      const to = now();
      this.#spent += to - from;
      from = to;
      if (to - this.#reportedAt >= reportMs) this.#reportProgress(to);
    }
  }

  #slice(from: number): void {
    const { now } = this.#options;
    for (let time = from; time - from < sliceMs && !this.#isOver(); time = now()) {
      if (time < this.#due) return;
      if (this.#move().did === 'train' && this.#pace !== 'full') {
        this.#due = Math.max(this.#due, time - reportMs) + 1000 / this.#pace;
      }
    }
  }

  #isOver(): boolean {
    const { at } = this.#options.trainer.position.stage;
    return at === 'finished' || at === 'diverged';
  }

  #move(): Move {
    const move = this.#options.trainer.move();
    if (move.did === 'train') this.#points.add(move.loss, move.correct / move.size);
    else if (move.did === 'test' && move.result) {
      this.#options.post({ type: 'tested', epoch: move.epoch, ...move.result });
    }
    return move;
  }

  #reportProgress(time: number): void {
    const { engine, trainer, post } = this.#options;
    const { stage, step } = trainer.position;
    const weights = engine.weights();
    this.#reportedAt = time;
    post({
      type: 'progress',
      epoch: stage.epoch,
      step,
      seconds: this.#spent / 1000,
      ...this.#points.take(),
      c1: Float32Array.from(weights['conv1.weight']),
      c3: Float32Array.from(weights['conv2.weight']),
    });
  }

  #reportEnd(): void {
    const { engine, trainer, post, now } = this.#options;
    this.#reportProgress(now());
    const { stage, step } = trainer.position;
    if (stage.at === 'finished') {
      post({ type: 'finished', fingerprint: fingerprint(engine.weights()) });
    } else if (stage.at === 'diverged') post({ type: 'diverged', epoch: stage.epoch, step });
    else post({ type: 'stopped' });
  }
}
