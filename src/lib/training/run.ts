import { fingerprint, type LayerSize } from '$lib/kernels';
import type { RunRecord } from './checkpoint';
import { PointCollector } from './curve-points';
import type { Engine } from './engine';
import type { History } from './history';
import type { Keeper } from './keeper';
import { Milestones } from './moments';
import { idle } from './idle';
import { afterReport, type Kernels, type Progress } from './progress';
import type { Pace, Report } from './protocol';
import { runawayLayer } from './runaway';
import type { LiveSettings } from './settings';
import type { Move, Trainer } from './trainer';

/** What a run needs from its worker, or from a test. */
export interface RunOptions {
  readonly engine: Engine;
  readonly trainer: Trainer;
  readonly pace: Pace;
  /** The parameters that pages draw while it learns, by name. */
  readonly looked: readonly string[];
  /** The first convolution's kernels among them; absent where there is none. */
  readonly firstKernels?: Pick<Kernels, 'name' | 'shape'>;
  /** Called whenever the run has shown what it looks like inside. */
  readonly onlook?: () => void;
  /** What the run has behind it. */
  readonly history: History;
  /** Keeps the run; absent where it is not to be kept. */
  readonly keeper?: Keeper;
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

/** Milliseconds between two looks inside the network: kernels and maps take longer to draw than curves. */
const insideMs = 400;

/** Milliseconds between two times that the run is kept, besides after each epoch and at the end. */
const keepMs = 5000;

/** A training run in a worker: moves its trainer on in slices, with room for messages in between. */
export class Run {
  readonly #options: RunOptions;
  readonly #points: PointCollector;
  readonly #milestones = new Milestones();
  #progress: Progress;
  #pace: Pace;
  /** When the next batch may come, where the pace is not full. */
  #due = -Infinity;
  /** What the reader wants: to go on, one batch or a test and then to stand still, or to stand still. */
  #goal: 'go' | 'batch' | 'test' | 'stand' = 'stand';
  /** Whether the loop is under way; it ends soon after it is no longer wanted. */
  #looping = false;
  /** Milliseconds that the run has been under way. */
  #spent: number;
  /** How large each layer was at the beginning of the pass; undefined where nobody looked. */
  #sizesBefore: readonly LayerSize[] | undefined;
  #reportedAt = -Infinity;
  #insideAt = -Infinity;
  #keptAt: number;

  constructor(options: RunOptions) {
    const { history, pace, now } = options;
    this.#options = options;
    this.#progress = { ...idle, ...history };
    this.#pace = pace;
    this.#points = new PointCollector(history.stepsPerPoint);
    this.#spent = 1000 * history.seconds;
    this.#keptAt = now();
  }

  /** Trains until it is stopped or the run is over; resolves then. */
  async go(): Promise<void> {
    this.#goal = 'go';
    await this.#proceed();
  }

  /** Tests all digits now; a run that stands still does so again afterwards. */
  async test(): Promise<void> {
    this.#options.trainer.askForTest();
    if (this.#goal === 'stand') this.#goal = 'test';
    await this.#proceed();
  }

  /** Trains on one batch, with the tests before it if there are any, unless the run is under way. */
  async step(): Promise<void> {
    if (this.#goal !== 'stand') return;
    this.#goal = 'batch';
    this.#due = -Infinity;
    await this.#proceed();
  }

  /** Asks the loop to end after the slice it is in. */
  stop(): void {
    this.#goal = 'stand';
  }

  /** Changes what may change under way. */
  change(live: LiveSettings): void {
    const { trainer } = this.#options;
    trainer.change(live);
    this.#tell({ type: 'changed', step: trainer.position.step, ...live });
  }

  /** Shows what it looks like inside now, or, in the midst of a batch, as soon as it can. */
  show(): void {
    this.#insideAt = -Infinity;
    if (!this.#looping) this.#reportProgress(this.#options.now());
  }

  setPace(pace: Pace): void {
    this.#pace = pace;
    this.#due = -Infinity;
  }

  async #proceed(): Promise<void> {
    if (this.#looping) return;
    this.#looping = true;
    try {
      await this.#loop();
    } finally {
      this.#looping = false;
      this.#goal = 'stand';
    }
    this.#end();
  }

  async #loop(): Promise<void> {
    const { now, pause } = this.#options;
    let from = now();
    while (this.#goal !== 'stand' && !this.#isOver()) {
      this.#slice(from);
      await pause(Math.max(0, Math.min(reportMs, this.#due - now())));
      const to = now();
      this.#spent += to - from;
      from = to;
      if (to - this.#reportedAt >= reportMs) this.#reportProgress(to);
      if (to - this.#keptAt >= keepMs) this.#keepUnderWay();
    }
  }

  #slice(from: number): void {
    const { now, trainer } = this.#options;
    for (let time = from; time - from < sliceMs && !this.#isOver(); time = now()) {
      if (this.#goal === 'stand' || (time < this.#due && !trainer.isTesting)) return;
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
    if (move.did === 'train') {
      this.#points.add(move.loss, move.correct / move.size);
      const share = this.#milestones.add(move.size, move.correct);
      if (share !== undefined) this.#reportMoment(share);
      if (this.#goal === 'batch') this.#goal = 'stand';
    } else if (move.did === 'estimate') {
      this.#sizesBefore = this.#options.engine.layerSizes();
      this.#tell({ type: 'estimated', epoch: move.epoch, ...move.sizes });
    } else if (move.did === 'test' && move.result) {
      const seconds = this.#spent / 1000;
      this.#tell({ type: 'tested', epoch: move.epoch, seconds, ...move.result });
      if (move.epoch === 0) this.#reportMoment(move.result.correct / move.result.count);
      if (this.#goal === 'test') this.#goal = 'stand';
      if (!this.#isOver()) this.#keepUnderWay();
    }
    return move;
  }

  #reportProgress(time: number): void {
    const { trainer } = this.#options;
    const { stage, step } = trainer.position;
    const inside = this.#inside(time);
    this.#reportedAt = time;
    this.#tell({
      type: 'progress',
      epoch: stage.epoch,
      step,
      seconds: this.#spent / 1000,
      ...this.#points.take(),
      inside,
    });
    if (inside) this.#options.onlook?.();
  }

  #reportMoment(share: number): void {
    const { trainer, engine, firstKernels } = this.#options;
    if (!firstKernels) return;
    const { name, shape } = firstKernels;
    const values = Float32Array.from(engine.parameter(name));
    const { step } = trainer.position;
    this.#tell({ type: 'moment', step, share, kernels: { name, shape, values } });
  }

  /** What the network looks like inside, unless it has just been reported. */
  #inside(time: number): Extract<Report, { type: 'progress' }>['inside'] {
    if (time - this.#insideAt < insideMs) return undefined;
    const { engine, trainer } = this.#options;
    if (trainer.isAmidBatch) return undefined;
    this.#insideAt = time;
    const copy = (name: string) => [name, Float32Array.from(engine.parameter(name))] as const;
    return {
      convolutions: Object.fromEntries(this.#options.looked.map(copy)),
      sizes: engine.layerSizes(),
    };
  }

  #keepUnderWay(): void {
    // What is kept holds the points of the curves up to the very batch it is kept at.
    this.#reportProgress(this.#options.now());
    this.#keep('unfinished');
  }

  #keep(state: RunRecord['state']): void {
    const { keeper, now } = this.#options;
    this.#keptAt = now();
    keeper?.keep(this.#progress, state);
  }

  #end(): void {
    const { engine, trainer, now } = this.#options;
    const { stage, step } = trainer.position;
    this.#insideAt = -Infinity;
    this.#reportProgress(now());
    if (stage.at === 'finished') {
      this.#tell({ type: 'finished', fingerprint: fingerprint(engine.weights()) });
      this.#keep('finished');
    } else if (stage.at === 'diverged') {
      const layer = runawayLayer(engine.layerSizes(), this.#sizesBefore);
      this.#tell({ type: 'diverged', epoch: stage.epoch, step, layer });
      this.#keep('diverged');
    } else {
      this.#tell({ type: 'stopped' });
      this.#keep('unfinished');
    }
  }

  #tell(report: Report): void {
    this.#progress = afterReport(this.#progress, report);
    this.#options.post(report);
  }
}
