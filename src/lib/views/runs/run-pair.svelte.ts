import type { ClientReport, Settings } from '$lib/training';
import { TrainingRun, type RunManner } from './training-run.svelte';

/** What two runs are doing together: under way while one of them is, over when neither is any more. */
export type PairPhase = 'idle' | 'loading' | 'training' | 'stopped' | 'over';

/**
 * Two runs at once, each in a worker of its own, so that neither waits for the other. The second begins
 * once the first has its digits: the same ones are not fetched twice.
 */
export class RunPair {
  readonly first: TrainingRun;
  readonly second: TrainingRun;
  /** Begins the second run; undefined once it has. */
  #beginSecond: (() => void) | undefined;

  /** `base` is the folder of the packs of digits, with its slash. */
  constructor(createWorker: () => Worker, base: string) {
    this.first = new TrainingRun(createWorker, base, (report) => this.#hear(report));
    this.second = new TrainingRun(createWorker, base);
  }

  get runs(): readonly [TrainingRun, TrainingRun] {
    return [this.first, this.second];
  }

  get phase(): PairPhase {
    const phases = this.runs.map(({ progress }) => progress.phase.is);
    const underWay = (['loading', 'training', 'stopped'] as const).find((is) =>
      phases.includes(is),
    );
    return underWay ?? (phases.every((is) => is === 'idle') ? 'idle' : 'over');
  }

  /** Discards both runs and begins anew with these settings; `manner` is that of each. */
  start(settings: readonly [first: Settings, second: Settings], manner: RunManner): void {
    this.dispose();
    this.second.reset();
    this.#beginSecond = () => this.second.start(settings[1], manner);
    this.first.start(settings[0], manner);
  }

  /** Asks both to stand still; gives up a download that they wait for. */
  stop(): void {
    this.#beginSecond = undefined;
    for (const run of this.runs) {
      const { is } = run.progress.phase;
      if (is === 'training' || is === 'loading') run.stop();
    }
  }

  /** Goes on with those that stand still. */
  continue(): void {
    for (const run of this.runs) {
      if (run.progress.phase.is === 'stopped') run.continue();
    }
  }

  /** Opens once more those that broke off before they began, as when the digits did not arrive. */
  retry(): void {
    for (const run of this.runs) {
      if (run.isBroken && run.progress.totalSteps === 0) run.retry();
    }
  }

  /** Ends both workers: the page is left. */
  dispose(): void {
    this.#beginSecond = undefined;
    for (const run of this.runs) run.dispose();
  }

  #hear({ type }: ClientReport): void {
    if (type !== 'started') return;
    const begin = this.#beginSecond;
    this.#beginSecond = undefined;
    begin?.();
  }
}
