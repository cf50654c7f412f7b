import {
  afterReport,
  idle,
  newId,
  TrainingClient,
  type ClientReport,
  type Command,
  type LiveSettings,
  type Pace,
  type Progress,
  type Settings,
} from '$lib/training';

/** How a run is to be carried out; none of it changes what comes out. */
export interface RunManner {
  /** How many threads may train. */
  readonly workers: number;
  readonly pace: Pace;
  /** False where the run is not to be kept in this browser; it is if not given. */
  readonly keep?: boolean;
}

/** A training run as a page holds it: what to ask of it, and how far it is, reactive. */
export class TrainingRun {
  progress = $state.raw<Progress>(idle);
  /** What the run has begun with, and the changes since. */
  settings = $state.raw<Settings>();
  /** The name that the run is kept under. */
  id = $state<string>();
  /** The batch that the run was taken up from after its worker had died, if it had. */
  revivedFrom = $state<number>();
  /** How often it has been kept, or was found not to be. */
  saves = $state(0);
  readonly #client: TrainingClient;
  readonly #base: string;
  readonly #onheard: (report: ClientReport) => void;
  #manner: RunManner = { workers: 1, pace: 'full' };
  /** What opened the run. */
  #opening = $state.raw<Command>();

  /**
   * `base` is the folder of the packs of digits, with its slash. `onheard` is told of every report, after
   * the progress says it.
   */
  constructor(
    createWorker: () => Worker,
    base: string,
    onheard: (report: ClientReport) => void = () => {},
  ) {
    this.#base = base;
    this.#onheard = onheard;
    this.#client = new TrainingClient({
      createWorker,
      onReport: (report) => this.#hear(report),
    });
  }

  /** True while training or paused. */
  get isUnderWay(): boolean {
    const { is } = this.progress.phase;
    return is === 'training' || is === 'stopped';
  }

  /** True where the run was kept before and is taken up again. */
  get isTakenUp(): boolean {
    return this.#opening?.type === 'resume';
  }

  /** True where the run broke off: it is this page's no more, and its list may take it up. */
  get isBroken(): boolean {
    return this.progress.phase.is === 'broken';
  }

  /** Discards the run on the page and begins one with these settings. */
  start(settings: Settings, manner: RunManner): void {
    const id = newId();
    this.#open(id, settings, manner, { type: 'start', id, settings, ...manner, base: this.#base });
    this.revivedFrom = undefined;
  }

  /** Discards the run on the page and takes up one that was kept, from its last checkpoint, `change` made. */
  resume(id: string, settings: Settings, manner: RunManner, change?: LiveSettings): void {
    const command = { type: 'resume', id, ...manner, base: this.#base, change } as const;
    this.#open(id, settings, manner, command);
    this.revivedFrom = undefined;
  }

  /** Does once more what opened the run: its digits did not arrive, or its worker died on the way. */
  retry(): void {
    const { id, settings } = this;
    if (id && settings && this.#opening) this.#open(id, settings, this.#manner, this.#opening);
  }

  /** Asks the run to stand still after the batch it is at; gives up a download that it waits for. */
  stop(): void {
    if (this.progress.phase.is !== 'loading') return this.#client.send({ type: 'stop' });
    this.reset();
  }

  /** Ends the worker, and is as before anything was started. */
  reset(): void {
    this.dispose();
    this.progress = idle;
    this.settings = undefined;
    this.id = undefined;
  }

  /** Has this digit, [28, 28] grey levels, read before any training with these settings, and by the run. */
  watch(pixels: Uint8Array, settings: Settings): void {
    this.#client.send({ type: 'watch', pixels, settings });
  }

  /** Goes on from where the run stood still. */
  continue(): void {
    this.progress = { ...this.progress, phase: { is: 'training' } };
    this.#client.send({ type: 'continue' });
  }

  /** Tests all unseen digits now. */
  test(): void {
    this.#client.send({ type: 'test' });
  }

  /** Trains on one batch of a run that stands still. */
  step(): void {
    this.#client.send({ type: 'step' });
  }

  setPace(pace: Pace): void {
    this.#manner = { ...this.#manner, pace };
    if (this.isUnderWay) this.#client.send({ type: 'pace', pace });
  }

  /** Changes what may change under way; nothing where it is as it was. */
  change({ lr, momentum, weightDecay }: LiveSettings): void {
    const now = this.settings;
    if (!now || !this.isUnderWay) return;
    if (now.lr === lr && now.momentum === momentum && now.weightDecay === weightDecay) return;
    this.settings = { ...now, lr, momentum, weightDecay };
    this.#client.send({ type: 'change', lr, momentum, weightDecay });
  }

  /** Ends the worker: the page is left. */
  dispose(): void {
    this.#client.dispose();
  }

  #open(id: string, settings: Settings, manner: RunManner, command: Command): void {
    this.id = id;
    this.settings = settings;
    this.#manner = manner;
    this.#opening = command;
    this.progress = { ...idle, phase: { is: 'loading', received: 0, total: 0 } };
    this.#client.send(command);
  }

  #hear(report: ClientReport): void {
    const before = this.progress;
    this.progress = afterReport(before, report);
    if (report.type === 'started') this.settings = report.settings;
    if (report.type === 'changed' && this.settings) {
      const { lr, momentum, weightDecay } = report;
      this.settings = { ...this.settings, lr, momentum, weightDecay };
    }
    if (report.type === 'kept' || report.type === 'not-kept') this.saves++;
    if (report.type === 'dead' || report.type === 'stuck') this.#revive(before);
    this.#onheard(report);
  }

  /** Takes up a run whose worker has died under it; twice from the same batch would be no use. */
  #revive({ phase, keptStep }: Progress): void {
    const { id, settings } = this;
    if (phase.is !== 'training' || keptStep === undefined || !id || !settings) return;
    if (keptStep === this.revivedFrom) return;
    this.resume(id, settings, this.#manner);
    this.revivedFrom = keptStep;
  }
}
