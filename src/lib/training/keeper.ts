import { recordOf, takeCheckpoint, type Checkpoint, type RunRecord } from './checkpoint';
import type { Engine } from './engine';
import type { History } from './history';
import type { Report } from './protocol';
import { storeProblemOf, type RunStore, type StoreProblem } from './run-store';
import type { Trainer } from './trainer';

/** What a keeper needs. */
export interface KeeperOptions {
  readonly id: string;
  /** What this keeper is called, as no other is. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The batches trained on until the checkpoint that is kept; undefined for a run not kept yet. */
  readonly keptStep: number | undefined;
  readonly store: RunStore;
  readonly engine: Engine;
  readonly trainer: Trainer;
  readonly post: (report: Report) => void;
}

/**
 * Keeps a run while it is under way, and says that it is kept or, once for each reason, why it is not.
 * What fails is tried again the next time: room may have been made meanwhile.
 */
export class Keeper {
  readonly #options: KeeperOptions;
  /** The last save, which the next one waits for. */
  #saving: Promise<void> = Promise.resolve();
  #waiting = false;
  /** Whether the store knows nothing of the run yet. */
  #isNew: boolean;
  /** The batches trained on until the last checkpoint that was kept; undefined while there is none. */
  #keptStep: number | undefined;
  /** Why the last save failed, if it did. */
  #problem: StoreProblem | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#isNew = options.keptStep === undefined;
    this.#keptStep = options.keptStep;
  }

  /** Keeps the run as it stands now; passes where the save before the last is still under way. */
  keep(history: History, state: RunRecord['state']): void {
    if (this.#waiting && state === 'unfinished') return;
    const { id, name, startedAt, engine, trainer } = this.#options;
    const record = recordOf({ id, startedAt, keeper: name }, trainer.settings, history, state);
    const checkpoint = takeCheckpoint(engine, trainer);
    const { step } = trainer.position;
    this.#waiting = true;
    this.#saving = this.#saving.then(() => this.#save(record, checkpoint, step));
  }

  /** Resolves when all that was to be kept is kept, or is known not to be. */
  settled(): Promise<void> {
    return this.#saving;
  }

  async #save(record: RunRecord, checkpoint: Checkpoint | undefined, step: number): Promise<void> {
    const { store, post } = this.#options;
    this.#waiting = false;
    try {
      await (this.#isNew ? store.add(record, checkpoint) : store.save(record, checkpoint));
      this.#problem = undefined;
      this.#isNew = false;
      // A run that ran away has no new checkpoint: the one before it stays, if there was one.
      if (checkpoint) this.#keptStep = step;
      post({ type: 'kept', step: this.#keptStep });
    } catch (error) {
      const problem = storeProblemOf(error);
      if (problem !== this.#problem) post({ type: 'not-kept', problem });
      this.#problem = problem;
    }
  }
}
