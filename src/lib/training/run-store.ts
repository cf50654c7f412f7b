import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { checkpointSchema, runRecordSchema, type Checkpoint, type RunRecord } from './checkpoint';

/** Where runs are kept, so that they outlive the page. Every method rejects where storage fails. */
export interface RunStore {
  /** Keeps a run, with its checkpoint if there is a new one; both or neither. */
  save(record: RunRecord, checkpoint?: Checkpoint): Promise<void>;
  /** All runs that can be read, the newest first. */
  list(): Promise<RunRecord[]>;
  /** A run and its checkpoint; undefined where either is missing, damaged or of a later version. */
  load(id: string): Promise<{ record: RunRecord; checkpoint: Checkpoint } | undefined>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The database. What stands in it may be from another version of this page, hence `unknown`. */
interface Schema extends DBSchema {
  runs: { key: string; value: unknown };
  checkpoints: { key: string; value: unknown };
}

const stores = ['runs', 'checkpoints'] as const;

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('lenet5-runs', 1, {
    upgrade: (database) => stores.forEach((name) => void database.createObjectStore(name)),
    // Another tab has a newer version of this page: let go of the database, so that it can upgrade.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
}

/** The runs of this browser, in IndexedDB; opened anew for each use, which is seldom. */
export function browserRunStore(): RunStore {
  async function within<T>(use: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const database = await open();
    try {
      return await use(database);
    } finally {
      database.close();
    }
  }

  return {
    save: (record, checkpoint) =>
      within(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        // A name that the reader has given meanwhile stays.
        const known = v.safeParse(
          runRecordSchema,
          await transaction.objectStore('runs').get(record.id),
        );
        const name = known.success ? known.output.name : record.name;
        await transaction.objectStore('runs').put({ ...record, name }, record.id);
        if (checkpoint) {
          await transaction.objectStore('checkpoints').put(checkpoint, record.id);
        }
        await transaction.done;
      }),

    list: () =>
      within(async (database) => {
        const records = (await database.getAll('runs')).flatMap((value) => {
          const read = v.safeParse(runRecordSchema, value);
          return read.success ? [read.output] : [];
        });
        return records.sort((a, b) => b.startedAt - a.startedAt);
      }),

    load: (id) =>
      within(async (database) => {
        const record = v.safeParse(runRecordSchema, await database.get('runs', id));
        const checkpoint = v.safeParse(checkpointSchema, await database.get('checkpoints', id));
        if (!record.success || !checkpoint.success) return undefined;
        return { record: record.output, checkpoint: checkpoint.output };
      }),

    rename: (id, name) =>
      within(async (database) => {
        const record = v.parse(runRecordSchema, await database.get('runs', id));
        await database.put('runs', { ...record, name }, id);
      }),

    remove: (id) =>
      within(async (database) => {
        const transaction = database.transaction(stores, 'readwrite');
        await Promise.all(stores.map((name) => transaction.objectStore(name).delete(id)));
        await transaction.done;
      }),
  };
}
