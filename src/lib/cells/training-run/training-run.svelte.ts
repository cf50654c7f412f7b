import {
  afterReport,
  idle,
  TrainingClient,
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
}

/** A training run as a page holds it: what to ask of it, and how far it is, reactive. */
export class TrainingRun {
  progress = $state.raw<Progress>(idle);
  /** What the run has begun with, and the changes since. */
  settings = $state.raw<Settings>();
  readonly #client: TrainingClient;
  readonly #base: string;

  /** `base` is the folder of the packs of digits, with its slash. */
  constructor(createWorker: () => Worker, base: string) {
    this.#base = base;
    this.#client = new TrainingClient({
      createWorker,
      onReport: (report) => (this.progress = afterReport(this.progress, report)),
    });
  }

  /** Whether a run is under way, be it that it stands still. */
  get isUnderWay(): boolean {
    const { is } = this.progress.phase;
    return is === 'training' || is === 'stopped';
  }

  /** Begins anew with these settings, whatever there was. */
  start(settings: Settings, manner: RunManner): void {
    this.settings = settings;
    this.progress = { ...idle, phase: { is: 'loading', received: 0, total: 0 } };
    this.#client.send({ type: 'start', settings, ...manner, base: this.#base });
  }

  /** Asks the run to stand still after the batch it is at; gives up a download that it waits for. */
  stop(): void {
    if (this.progress.phase.is !== 'loading') return this.#client.send({ type: 'stop' });
    this.dispose();
    this.progress = idle;
    this.settings = undefined;
  }

  /** Goes on from where the run stood still. */
  continue(): void {
    this.progress = { ...this.progress, phase: { is: 'training' } };
    this.#client.send({ type: 'continue' });
  }

  /** Trains on one batch of a run that stands still. */
  step(): void {
    this.#client.send({ type: 'step' });
  }

  setPace(pace: Pace): void {
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
}
