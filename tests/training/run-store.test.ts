import * as fakeIndexedDB from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserRunStore } from '$lib/training';
import { mayHaveRuns, runDatabase } from '$lib/training/run-place';
import { keptByVersion1 } from './kept-by-version-1';
import { memoryStore } from './memory-store';
import { aRun, specifyRunStore } from './run-store-specification';

beforeEach(() => {
  const classes = Object.entries(fakeIndexedDB).filter(([name]) => name.startsWith('IDB'));
  for (const [name, value] of classes) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new fakeIndexedDB.IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const { name, version } = runDatabase;

specifyRunStore('in memory', async () => {
  const store = memoryStore();
  return {
    store,
    otherTab: store,
    put: async (shelf, id, value) => void store.kept[shelf].set(id, value),
    fillUp: () => store.fillUp(),
  };
});

specifyRunStore('in IndexedDB', async () => ({
  store: browserRunStore(),
  otherTab: browserRunStore(),
  put: async (shelf, id, value) => {
    await browserRunStore().list();
    const database = await openDB(name, version);
    await database.put(shelf, value, id);
    database.close();
  },
  fillUp: () => {
    const { put } = IDBObjectStore.prototype;
    // The second of the two shelves that a save writes to: the first is written already.
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...values
    ) {
      if (this.name === 'checkpoints') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, values);
    });
  },
}));

describe('the database', () => {
  const { record, checkpoint } = aRun('a');
  const everyMethod = (store = browserRunStore()) => [
    store.add(record, checkpoint),
    store.save(record, checkpoint),
    store.list(),
    store.load('a'),
    store.rename('a', 'x'),
    store.remove('a'),
    store.restore({ id: 'a', values: new Map([['runs', record]]) }),
  ];
  const problems = async (methods: Promise<unknown>[]) =>
    (await Promise.allSettled(methods)).map((result) =>
      result.status === 'rejected' ? (result.reason as { problem?: string }).problem : 'fine',
    );
  const seven = (problem: string) => new Array(7).fill(problem);

  it('no storage in this window: forbidden', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await problems(everyMethod())).toEqual(seven('forbidden'));
  });

  it.each([
    ['SecurityError', 'forbidden'],
    ['InvalidStateError', 'forbidden'],
    ['UnknownError', 'failed'],
    ['QuotaExceededError', 'full'],
  ])('%s on opening: %s', async (error, problem) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', error);
    });
    expect(await problems(everyMethod())).toEqual(seven(problem));
  });

  it('made by a later version of the page: newer, and left as it is', async () => {
    const later = await openDB(name, version + 1, {
      upgrade: (database) => void database.createObjectStore('networks'),
    });
    later.close();
    expect(await problems(everyMethod())).toEqual(seven('newer'));
    const unchanged = await openDB(name);
    expect([unchanged.version, [...unchanged.objectStoreNames]]).toEqual([
      version + 1,
      ['networks'],
    ]);
    unchanged.close();
  });

  it('held by a tab that does not let go: blocked; when it does, all is well again', async () => {
    await browserRunStore().list();
    const holder = await openDB(name, version);
    const replaced = indexedDB.deleteDatabase(name);
    expect(await problems([browserRunStore({ patienceMs: 20 }).list()])).toEqual(['blocked']);
    holder.close();
    await new Promise((resolve) => (replaced.onsuccess = resolve));
    const store = browserRunStore();
    await store.add(record, checkpoint);
    expect(await store.list()).toHaveLength(1);
  });

  it('lets go when another tab has a newer version, even in mid-use', async () => {
    const store = browserRunStore();
    const saving = Promise.allSettled([store.add(record, checkpoint), store.list()]);
    const later = await openDB(name, version + 1);
    expect(later.version).toBe(version + 1);
    later.close();
    await saving;
  });

  it('made by version 1: its runs are listed and can be taken up', async () => {
    const old = await openDB(name, 1, {
      upgrade: (database) => {
        database.createObjectStore('runs');
        database.createObjectStore('checkpoints');
      },
    });
    await old.put('runs', keptByVersion1.record, 'old');
    await old.put('checkpoints', keptByVersion1.checkpoint, 'old');
    old.close();
    const store = browserRunStore();
    expect((await store.list()).map(({ id, is }) => [id, is])).toEqual([['old', 'run']]);
    expect((await store.load('old')).checkpoint.position.step).toBe(16);
  });
});

describe('whether this browser may have kept runs', () => {
  it('is no before the first, and asking makes no database', async () => {
    expect(await mayHaveRuns()).toBe(false);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is yes once there was one', async () => {
    const { record, checkpoint } = aRun('first');
    await browserRunStore().add(record, checkpoint);
    expect(await mayHaveRuns()).toBe(true);
  });

  it.each([undefined, { databases: undefined }])(
    'is yes where it cannot be told: %o',
    async (none) => {
      vi.stubGlobal('indexedDB', none);
      expect(await mayHaveRuns()).toBe(true);
    },
  );
});
