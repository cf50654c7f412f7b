import { afterReport, idle, TrainingClient, type Progress, type Settings } from '$lib/training';

/** A training run as a page holds it: what to ask of it, and how far it is, reactive. */
export class TrainingRun {
  progress = $state.raw<Progress>(idle);
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

  /** Begins anew with these settings, whatever there was. */
  start(settings: Settings): void {
    this.progress = { ...idle, phase: { is: 'loading', received: 0, total: 0 } };
    this.#client.send({ type: 'start', settings, base: this.#base });
  }

  /** Asks the run to stand still after the batch it is at; gives up a download that it waits for. */
  stop(): void {
    if (this.progress.phase.is !== 'loading') return this.#client.send({ type: 'stop' });
    this.#client.dispose();
    this.progress = idle;
  }

  /** Goes on from where the run stood still. */
  continue(): void {
    this.progress = { ...this.progress, phase: { is: 'training' } };
    this.#client.send({ type: 'continue' });
  }

  /** Ends the worker: the page is left. */
  dispose(): void {
    this.#client.dispose();
  }
}
