import {
  inListOrder,
  networkOfRun,
  newId,
  readSafetensors,
  runFromWeights,
  storeProblemOf,
  WeightsError,
  type Checkpoint,
  type ListedRun,
  type RemovedRun,
  type RunRecord,
  type RunStore,
  type RunTabs,
  type Settings,
  type StoreProblem,
  type WeightsProblem,
} from '$lib/training';
import { shorten } from '$lib/ui/shorten';

/** Why the reader's last act came to nothing. */
export type ActProblem =
  | { readonly of: 'store'; readonly problem: StoreProblem }
  | { readonly of: 'weights'; readonly problem: WeightsProblem }
  /** The file itself could not be read. */
  | { readonly of: 'file' };

/** A line of the list: a run that is kept, or one that was removed here and can be put back. */
export interface RunRow {
  readonly run: ListedRun;
  readonly removed: boolean;
  /** True where the run is open, in this tab or another. */
  readonly taken: boolean;
}

/** The runs of a store as a page lists them, reactive. No method rejects: `problem` says what failed. */
export class KeptRuns {
  #listed = $state.raw<readonly ListedRun[]>([]);
  #removed = $state.raw<readonly { readonly run: ListedRun; readonly kept: RemovedRun }[]>([]);
  /** Why the list cannot be had; undefined once it can. */
  listProblem = $state<StoreProblem>();
  /** Why the reader's last act came to nothing; undefined after one that succeeded. */
  problem = $state.raw<ActProblem>();
  /** The file that the last run began from, if its weights were trained with zeros around the digits. */
  zerosFile = $state<string>();
  #taken = $state.raw<readonly string[]>([]);
  readonly #store: RunStore;
  readonly #tabs: RunTabs;

  constructor(store: RunStore, tabs: RunTabs) {
    this.#store = store;
    this.#tabs = tabs;
  }

  /** The lines of the list; a removed run stays in its place until the page is left. */
  readonly rows: readonly RunRow[] = $derived(
    [
      ...this.#listed.map((run) => ({ run, removed: false, taken: this.#taken.includes(run.id) })),
      ...this.#removed
        .filter(({ run }) => !this.#listed.some(({ id }) => id === run.id))
        .map(({ run }) => ({ run, removed: true, taken: false })),
    ].sort((one, other) => inListOrder(one.run, other.run)),
  );

  /** Reads the list anew. */
  async refresh(): Promise<void> {
    try {
      const [listed, taken] = await Promise.all([this.#store.list(), this.#tabs.taken()]);
      this.#listed = listed;
      this.#taken = [...taken];
      this.listProblem = undefined;
    } catch (error) {
      this.#listed = [];
      this.listProblem = storeProblemOf(error);
    }
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#act(() => this.#store.rename(id, name));
  }

  /** Removes a run, so that `undo` can put it back. */
  async remove(run: ListedRun): Promise<void> {
    await this.#act(async () => {
      const kept = await this.#store.remove(run.id);
      const others = this.#removed.filter(({ run: { id } }) => id !== run.id);
      this.#removed = kept ? [...others, { run, kept }] : others;
    });
  }

  /** Puts a removed run back. */
  async undo(id: string): Promise<void> {
    await this.#act(async () => {
      const removed = this.#removed.find(({ run }) => run.id === id);
      if (removed) await this.#store.restore(removed.kept);
    });
  }

  /** The run's checkpoint; undefined where it cannot be had. */
  async checkpointOf(id: string): Promise<Checkpoint | undefined> {
    return this.#act(async () => (await this.#store.load(id)).checkpoint);
  }

  /** Follows what other tabs and workers change; returns the function that ends it. */
  follow(): () => void {
    return this.#tabs.hear(() => void this.refresh());
  }

  /** A copy of a run as it is kept now, with its checkpoint, under a name; undefined where there can be none. */
  async copy(id: string, name: string): Promise<RunRecord | undefined> {
    return this.#act(async () => {
      const { record, checkpoint } = await this.#store.load(id);
      const copied = { ...record, id: newId(), name: shorten(name), startedAt: Date.now() };
      await this.#store.add(copied, checkpoint);
      return copied;
    });
  }

  /** A new run that begins with the weights of a safetensors file; undefined where there can be none. */
  async beginFrom(file: File, settings: Settings): Promise<RunRecord | undefined> {
    return this.#act(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { weights, border } = readSafetensors(bytes, networkOfRun(settings));
      const { record, checkpoint } = runFromWeights(newId(), Date.now(), settings, weights);
      const named = { ...record, name: shorten(file.name) };
      await this.#store.add(named, checkpoint);
      this.zerosFile = border === 'zeros' ? named.name : undefined;
      return named;
    });
  }

  /** Does what the reader wants and reads the list anew; undefined where it fails. */
  async #act<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await act();
      this.problem = undefined;
      return result;
    } catch (error) {
      this.problem = problemOf(error);
      return undefined;
    } finally {
      await this.refresh();
    }
  }
}

function problemOf(error: unknown): ActProblem {
  if (error instanceof WeightsError) return { of: 'weights', problem: error.problem };
  // Only the file that the reader has chosen is read by the browser itself.
  if (error instanceof DOMException) return { of: 'file' };
  return { of: 'store', problem: storeProblemOf(error) };
}
