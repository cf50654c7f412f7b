import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { runDatabase } from './run-place';
import { browserRunTabs } from './run-tabs';
import { createRunStore, shelves, StoreError, type RunStore, type StoreProblem } from './run-store';

interface Schema extends DBSchema {
  runs: { key: string; value: unknown };
  checkpoints: { key: string; value: unknown };
}

/** What the names of the browser's errors mean; any other is `failed`. */
const problemByName: Readonly<Record<string, StoreProblem>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  SecurityError: 'forbidden',
  InvalidStateError: 'forbidden',
};

function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new StoreError(problemByName[name] ?? 'failed', error);
}

/** Opens the database; rejects as blocked after so many milliseconds of waiting for another tab. */
async function open(patienceMs: number): Promise<IDBPDatabase<Schema>> {
  if (typeof indexedDB === 'undefined') throw new StoreError('forbidden');
  const { name, version } = runDatabase;
  const opening = openDB<Schema>(name, version, {
    upgrade: (database) => shelves.forEach((shelf) => void database.createObjectStore(shelf)),
    // Another tab has a newer version of this page: let go of the database, so that it can upgrade.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StoreError('blocked'));
      // Once it opens after all, nobody needs it any more.
      opening.then(
        (database) => database.close(),
        () => {},
      );
    }, patienceMs);
  });
  try {
    return await Promise.race([opening, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Undoes what a transaction has done; one that has already ended stays as it ended. */
function abort(transaction: { readonly abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

/**
 * The runs of this browser, in IndexedDB; opened anew for each use, which is seldom. Changes are
 * announced to all tabs.
 */
export function browserRunStore({ patienceMs = 4000 } = {}): RunStore {
  const tabs = browserRunTabs();
  return createRunStore(async (mode, use) => {
    let database: IDBPDatabase<Schema> | undefined;
    try {
      database = await open(patienceMs);
      const transaction = database.transaction(shelves, mode);
      try {
        const result = await use({
          get: (shelf, id) => transaction.objectStore(shelf).get(id),
          put: async (shelf, id, value) => transaction.objectStore(shelf).put?.(value, id),
          delete: async (shelf, id) => transaction.objectStore(shelf).delete?.(id),
          ids: (shelf) => transaction.objectStore(shelf).getAllKeys(),
        });
        await transaction.done;
        if (mode === 'readwrite') tabs.announce();
        return result;
      } catch (error) {
        abort(transaction);
        await transaction.done.catch(() => {});
        // The transaction's own error says more than that of a request which it ended.
        throw transaction.error ?? error;
      }
    } catch (error) {
      throw asStoreError(error);
    } finally {
      database?.close();
    }
  });
}
