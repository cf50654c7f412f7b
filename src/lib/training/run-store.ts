import { fitsRun, readKept, type Checkpoint, type RunRecord } from './checkpoint';

/** Why the store cannot do what it is asked. */
export const storeProblems = [
  /** The browser gives this window no storage. */
  'forbidden',
  /** No room is left. */
  'full',
  /** Another tab holds the database and does not let go of it. */
  'blocked',
  /** The database was made by a later version of this page. */
  'newer',
  /** The browser's storage fails for a reason of its own. */
  'failed',
  /** The run is not, or no longer, kept. */
  'gone',
  /** What is kept of the run cannot be read. */
  'damaged',
  /** The run was kept by a later version of this page. */
  'later',
  /** Another tab has taken the run up. */
  'taken',
] as const;
export type StoreProblem = (typeof storeProblems)[number];

/** What every method of a `RunStore` rejects with. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, cause?: unknown) {
    super(`run store: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** The reason for which the store has failed; an error that is not the store's is `failed`. */
export function storeProblemOf(error: unknown): StoreProblem {
  return error instanceof StoreError ? error.problem : 'failed';
}

/** A run as the list of runs shows it: one that cannot be read is listed as such. */
export type ListedRun =
  | { readonly is: 'run'; readonly id: string; readonly record: RunRecord }
  | { readonly is: 'damaged' | 'later'; readonly id: string };

/** What a removed run was, byte for byte, so that the removal can be undone. */
export interface RemovedRun {
  readonly id: string;
  readonly values: ReadonlyMap<Shelf, unknown>;
}

/** Where runs are kept, so that they outlive the page. Every method rejects with a `StoreError`. */
export interface RunStore {
  /** Keeps a run that was not kept before. */
  add(record: RunRecord, checkpoint?: Checkpoint): Promise<void>;
  /**
   * Keeps a run anew, with its checkpoint if there is a new one; both or neither. The name stays the
   * one that is kept. Rejects where the run is gone, damaged, of a later version, or taken up by
   * another keeper.
   */
  save(record: RunRecord, checkpoint?: Checkpoint): Promise<void>;
  /** All that is kept, the newest first, what cannot be read last. */
  list(): Promise<ListedRun[]>;
  /** A run and its checkpoint; with `keeper`, which takes the run up, so that it alone may save it. */
  load(id: string, keeper?: string): Promise<{ record: RunRecord; checkpoint: Checkpoint }>;
  rename(id: string, name: string): Promise<void>;
  /** Removes a run, readable or not; undefined where it was gone already. */
  remove(id: string): Promise<RemovedRun | undefined>;
  /** Puts a removed run back, unless there is one of its id again. */
  restore(removed: RemovedRun): Promise<void>;
}

/** The two places where a run has something under its id: its record and its checkpoint. */
export const shelves = ['runs', 'checkpoints'] as const;
export type Shelf = (typeof shelves)[number];

/** What stands on the shelves: of unknown form, since another version of the page may have put it there. */
export interface Shelves {
  get(shelf: Shelf, id: string): Promise<unknown>;
  put(shelf: Shelf, id: string, value: unknown): Promise<unknown>;
  delete(shelf: Shelf, id: string): Promise<unknown>;
  ids(shelf: Shelf): Promise<readonly string[]>;
}

/**
 * Does `use` in one transaction, all of its changes or none, and rejects with a `StoreError`. `use`
 * waits for nothing but the shelves.
 */
export type Transact = <T>(
  mode: 'readonly' | 'readwrite',
  use: (on: Shelves) => Promise<T>,
) => Promise<T>;

/** A record that is read, or the error that says why not. */
async function recordOn(on: Shelves, id: string): Promise<RunRecord> {
  const value = await on.get('runs', id);
  if (value === undefined) throw new StoreError('gone');
  const read = readKept('record', value);
  if (typeof read === 'string') throw new StoreError(read);
  return read;
}

async function put(on: Shelves, record: RunRecord, checkpoint?: Checkpoint): Promise<void> {
  await on.put('runs', record.id, record);
  if (checkpoint) await on.put('checkpoints', record.id, checkpoint);
}

/** The order of the list of runs: the newest first, by id within a moment, what cannot be read last. */
export function inListOrder(one: ListedRun, other: ListedRun): number {
  const startOf = (run: ListedRun) => (run.is === 'run' ? run.record.startedAt : -Infinity);
  const [first, second] = [startOf(one), startOf(other)];
  return first === second ? (one.id < other.id ? -1 : 1) : second - first;
}

/** The store of runs over shelves of some kind. */
export function createRunStore(transact: Transact): RunStore {
  return {
    add: (record, checkpoint) => transact('readwrite', (on) => put(on, record, checkpoint)),

    save: (record, checkpoint) =>
      transact('readwrite', async (on) => {
        const { name, keeper } = await recordOn(on, record.id);
        if (keeper !== record.keeper) throw new StoreError('taken');
        await put(on, { ...record, name }, checkpoint);
      }),

    list: () =>
      transact('readonly', async (on) => {
        const runs: ListedRun[] = [];
        for (const id of await on.ids('runs')) {
          const read = readKept('record', await on.get('runs', id));
          runs.push(typeof read === 'string' ? { is: read, id } : { is: 'run', id, record: read });
        }
        return runs.sort(inListOrder);
      }),

    load: (id, keeper) =>
      transact(keeper === undefined ? 'readonly' : 'readwrite', async (on) => {
        const kept = await recordOn(on, id);
        const checkpoint = readKept('checkpoint', await on.get('checkpoints', id));
        if (typeof checkpoint === 'string') throw new StoreError(checkpoint);
        if (!fitsRun(checkpoint, kept)) throw new StoreError('damaged');
        if (keeper === undefined) return { record: kept, checkpoint };
        const record = { ...kept, keeper };
        await put(on, record);
        return { record, checkpoint };
      }),

    rename: (id, name) =>
      transact('readwrite', async (on) => put(on, { ...(await recordOn(on, id)), name })),

    remove: (id) =>
      transact('readwrite', async (on) => {
        const values = new Map<Shelf, unknown>();
        for (const shelf of shelves) {
          const value = await on.get(shelf, id);
          if (value === undefined) continue;
          values.set(shelf, value);
          await on.delete(shelf, id);
        }
        return values.has('runs') ? { id, values } : undefined;
      }),

    restore: ({ id, values }) =>
      transact('readwrite', async (on) => {
        if ((await on.get('runs', id)) !== undefined) return;
        for (const [shelf, value] of values) await on.put(shelf, id, value);
      }),
  };
}
