import { describe, expect, it } from 'vitest';
import { lenet5, manualSeed } from '$lib/nn';
import { defaultSettings, runFromWeights, weightsOf, type RunStore } from '$lib/training';
import { keptByVersion1 } from './kept-by-version-1';

/** A store under test, empty, with access to what stands in it. */
export interface StoreUnderTest {
  readonly store: RunStore;
  /** A second store on the same shelves, as another tab has it. */
  readonly otherTab: RunStore;
  /** Puts a value of any form where a run's record or checkpoint stands. */
  readonly put: (shelf: 'runs' | 'checkpoints', id: string, value: unknown) => Promise<void>;
  /** From now on there is room for nothing more. */
  readonly fillUp: () => void;
}

const network = lenet5(manualSeed(1));

/** A run that has not begun, as `id`, with weights of its own. */
export function aRun(id: string, startedAt = 0) {
  return runFromWeights(id, startedAt, defaultSettings, weightsOf(network));
}

/** A value with its arrays of numbers as text: to the bit, and quick to compare. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return `${value.constructor.name} ${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

/** What every store of runs must do. */
export function specifyRunStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`a store of runs: ${name}`, () => {
    async function withRun(id = 'a') {
      const opened = await open();
      const run = aRun(id);
      await opened.store.add(run.record, run.checkpoint);
      return { ...opened, ...run };
    }

    it('what is kept comes back as it was, to the bit', async () => {
      const { store, record, checkpoint } = await withRun();
      expect(plain(await store.load('a'))).toEqual(plain({ record, checkpoint }));
      expect(await store.list()).toEqual([{ is: 'run', id: 'a', record }]);
    });

    it('a run without a new checkpoint keeps the one before', async () => {
      const { store, record, checkpoint } = await withRun();
      await store.save({ ...record, state: 'diverged' });
      expect(plain(await store.load('a'))).toEqual(
        plain({
          record: { ...record, state: 'diverged' },
          checkpoint,
        }),
      );
    });

    it('what is kept does not follow a later change of the object it was made from', async () => {
      const { store, record, checkpoint } = await withRun();
      checkpoint.weights['conv1.bias'][0] = 7;
      const loaded = await store.load('a');
      loaded.record.history.tests.push({ epoch: 0, seconds: 0, loss: 0, accuracy: 0 });
      expect(plain(await store.load('a'))).toEqual(
        plain({ record, checkpoint: aRun('a').checkpoint }),
      );
    });

    it('a name that the reader has given outlasts the next save', async () => {
      const { store, otherTab, record, checkpoint } = await withRun();
      await otherTab.rename('a', 'my first');
      await store.save({ ...record, state: 'finished' }, checkpoint);
      const kept = await store.load('a');
      expect(kept.record).toEqual({ ...record, name: 'my first', state: 'finished' });
    });

    it('the newest stands first; of the same moment, by id', async () => {
      const { store } = await open();
      for (const [id, startedAt] of [
        ['b', 5],
        ['c', 9],
        ['a', 5],
        ['d', 1],
      ] as const) {
        const { record, checkpoint } = aRun(id, startedAt);
        await store.add(record, checkpoint);
      }
      expect((await store.list()).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
    });

    it('removed: gone, with its checkpoint; undone: as it was', async () => {
      const { store, record, checkpoint } = await withRun();
      const removed = await store.remove('a');
      expect(await store.list()).toEqual([]);
      await expect(store.load('a')).rejects.toMatchObject({ problem: 'gone' });
      expect(await store.remove('a')).toBeUndefined();
      if (removed) await store.restore(removed);
      expect(plain(await store.load('a'))).toEqual(plain({ record, checkpoint }));
    });

    it('undone twice, or where there is one again: what is there stays', async () => {
      const { store, record, checkpoint } = await withRun();
      const removed = await store.remove('a');
      await store.add({ ...record, name: 'another' }, checkpoint);
      if (removed) await store.restore(removed);
      expect((await store.load('a')).record.name).toBe('another');
    });

    it('a run that is gone is neither saved, renamed nor loaded: it does not come back', async () => {
      const { store, otherTab, record, checkpoint } = await withRun();
      await otherTab.remove('a');
      await expect(store.save(record, checkpoint)).rejects.toMatchObject({ problem: 'gone' });
      await expect(store.rename('a', 'x')).rejects.toMatchObject({ problem: 'gone' });
      await expect(store.load('a')).rejects.toMatchObject({ problem: 'gone' });
      expect(await otherTab.list()).toEqual([]);
    });

    const { record, checkpoint } = aRun('x', 3);
    it.each([
      ['nothing of a run', 'damaged', 'text'],
      ['no settings', 'damaged', { ...record, settings: {} }],
      [
        'a curve that is a list',
        'damaged',
        { ...record, history: { ...record.history, losses: [1] } },
      ],
      ['no version', 'damaged', { ...record, version: undefined }],
      ['a later version', 'later', { version: 2, id: 'x', title: 'of a form not yet known' }],
    ] as const)(
      'a record with %s is listed as %s, last, and left as it is',
      async (_form, is, value) => {
        const { store, put } = await withRun();
        await put('runs', 'x', value);
        await put('checkpoints', 'x', checkpoint);
        expect((await store.list()).map((run) => [run.id, run.is])).toEqual([
          ['a', 'run'],
          ['x', is],
        ]);
        await expect(store.load('x')).rejects.toMatchObject({ problem: is });
        await expect(store.rename('x', 'mine')).rejects.toMatchObject({ problem: is });
        await expect(store.save(record, checkpoint)).rejects.toMatchObject({ problem: is });
        const removed = await store.remove('x');
        expect(removed?.values.get('runs')).toEqual(value);
        if (removed) await store.restore(removed);
        expect((await store.list()).at(-1)).toEqual({ is, id: 'x' });
      },
    );

    it.each([
      ['missing', 'damaged', undefined],
      ['of a later version', 'later', { ...checkpoint, version: 2 }],
      ['of another network', 'damaged', { ...checkpoint, weights: { w: new Float64Array(3) } }],
      [
        'of lists',
        'damaged',
        { ...checkpoint, weights: { ...checkpoint.weights, 'conv1.bias': [1, 2, 3, 4, 5, 6] } },
      ],
    ] as const)('a checkpoint that is %s: loading says %s', async (_form, problem, value) => {
      const { store, put } = await open();
      await put('runs', 'x', record);
      if (value) await put('checkpoints', 'x', value);
      await expect(store.load('x')).rejects.toMatchObject({ problem });
    });

    it('full in mid-run: the save fails, what was kept before stays', async () => {
      const { store, fillUp, record, checkpoint } = await withRun();
      fillUp();
      await expect(store.save({ ...record, state: 'finished' }, checkpoint)).rejects.toMatchObject({
        problem: 'full',
      });
      expect(plain(await store.load('a'))).toEqual(plain({ record, checkpoint }));
    });

    it('two tabs that save at once: one after the other, neither half', async () => {
      const { store, otherTab, record, checkpoint } = await withRun();
      const later = {
        ...checkpoint,
        position: { stage: { at: 'finished', epoch: 9 }, step: 99 },
      } as const;
      await Promise.all([
        store.save({ ...record, state: 'unfinished' }, checkpoint),
        otherTab.rename('a', 'named meanwhile'),
        otherTab.save({ ...record, state: 'finished' }, later),
      ]);
      const kept = await store.load('a');
      expect(kept.record.name).toBe('named meanwhile');
      expect([kept.record.state, kept.checkpoint.position.step]).toEqual(['finished', 99]);
    });

    it('who takes a run up may save it, and nobody else; looking at it takes nothing', async () => {
      const { store, otherTab, record, checkpoint } = await withRun();
      const first = (await store.load('a', 'first')).record;
      await store.load('a');
      await store.save(first, checkpoint);
      const second = (await otherTab.load('a', 'second')).record;
      await expect(store.save(first, checkpoint)).rejects.toMatchObject({ problem: 'taken' });
      await expect(store.save(record, checkpoint)).rejects.toMatchObject({ problem: 'taken' });
      await otherTab.save({ ...second, state: 'finished' });
      expect((await store.load('a')).record).toMatchObject({ keeper: 'second', state: 'finished' });
    });

    it('a run kept by version 1 of the page can be read', async () => {
      const { store, put } = await open();
      await put('runs', 'old', keptByVersion1.record);
      await put('checkpoints', 'old', keptByVersion1.checkpoint);
      const old = await store.load('old');
      expect(old.record).toMatchObject({ name: 'from long ago', state: 'unfinished' });
      expect(old.record.history.tests).toEqual([
        { epoch: 0, seconds: 0.2, loss: 2.31, accuracy: 0.1 },
      ]);
      expect(old.checkpoint.position).toEqual({
        stage: { at: 'training', epoch: 1, sample: 160 },
        step: 16,
      });
      expect(old.checkpoint.weights['fc3.bias']).toEqual(new Float64Array(10).fill(0.25));
    });
  });
}
