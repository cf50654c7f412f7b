import { recordOf, takeCheckpoint, type RunRecord } from './checkpoint';
import type { Engine } from './engine';
import type { History } from './history';
import type { Report } from './protocol';
import type { RunStore } from './run-store';
import type { Trainer } from './trainer';

/** What a keeper needs. */
export interface KeeperOptions {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly store: RunStore;
  readonly engine: Engine;
  readonly trainer: Trainer;
  readonly post: (report: Report) => void;
}

/** Keeps a run while it is under way, and says that it is kept or, once, that it cannot be. */
export class Keeper {
  readonly #options: KeeperOptions;
  /** The last save, which the next one waits for. */
  #saving: Promise<void> = Promise.resolve();
  #waiting = false;
  /** The batches trained on until the last checkpoint that was kept. */
  #keptStep = 0;
  #refused = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** Keeps the run as it stands now; passes where the save before the last is still under way. */
  keep(history: History, state: RunRecord['state']): void {
    if (this.#refused || (this.#waiting && state === 'unfinished')) return;
    const { id, startedAt, engine, trainer } = this.#options;
    const record = recordOf({ id, startedAt }, trainer.settings, history, state);
    const checkpoint = takeCheckpoint(engine, trainer);
    const { step } = trainer.position;
    this.#waiting = true;
    this.#saving = this.#saving.then(() => this.#save(record, checkpoint, step));
  }

  /** Resolves when all that was to be kept is kept. */
  settled(): Promise<void> {
    return this.#saving;
  }

  async #save(
    record: RunRecord,
    checkpoint: ReturnType<typeof takeCheckpoint>,
    step: number,
  ): Promise<void> {
    const { store, post } = this.#options;
    this.#waiting = false;
    try {
      await store.save(record, checkpoint);
      // A run that ran away has no new checkpoint: the one before it stays.
      if (checkpoint) this.#keptStep = step;
      post({ type: 'kept', step: this.#keptStep });
    } catch {
      this.#refused = true;
      post({ type: 'not-kept' });
    }
  }
}
