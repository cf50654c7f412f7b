import { describe, expect, it, vi } from 'vitest';
import { StuckError } from '$lib/kernels';
import {
  createSession,
  defaultSettings,
  type Command,
  type Report,
  type SessionOptions,
} from '$lib/training';
import { LoadError } from '$lib/ui/load/problem';
import { blankDigits, FakeEngine } from './fake-engine';
import { memoryStore } from './memory-store';
import { memoryTabs } from './memory-tabs';

const settings = { ...defaultSettings, schedule: 'constant', epochs: 2, batchSize: 100 } as const;
const manner = { workers: 1, pace: 'full', base: '/data/' } as const;
const start: Command = { type: 'start', id: 'a', settings, ...manner };
const resume: Command = { type: 'resume', id: 'a', ...manner };

let keepers = 0;

/** A session whose clock moves on 15 ms a look, and the reports it has made. */
function session(overrides: Partial<SessionOptions> = {}) {
  const reports: Report[] = [];
  const engines: FakeEngine[] = [];
  const store = memoryStore();
  const tabs = memoryTabs();
  let time = 0;
  const obey = createSession({
    load: async () => blankDigits(1000, 500),
    createEngine: async () => {
      const engine = new FakeEngine();
      engines.push(engine);
      return { engine, kind: 'kernels' };
    },
    store,
    tabs,
    newId: () => `keeper ${++keepers}`,
    now: () => (time += 15),
    date: () => 1_700_000_000_000,
    pause: async () => {},
    ...overrides,
  });
  /** As over a bridge: the reports on a run end where another is opened. */
  let opening: Command | undefined;
  const hear = (command: Command) => {
    if (command.type === 'start' || command.type === 'resume') opening = command;
    const asked = opening;
    return obey(command, (report) => void (asked === opening && reports.push(report)));
  };
  // That a run was kept is heard whenever the storage is done.
  const types = () => reports.map(({ type }) => type).filter((type) => type !== 'kept');
  return { hear, reports, types, engines, store, tabs };
}

const watched: Command = { type: 'watch', pixels: new Uint8Array(784).fill(9), settings };
const readsOf = (reports: Report[]) => reports.filter((report) => report.type === 'read');

const progressOf = (reports: Report[]) => reports.filter((report) => report.type === 'progress');

describe('a session', () => {
  it('start → started, tests and progress, finished', async () => {
    const { hear, reports, types, engines } = session();
    await hear(start);
    expect(types()[0]).toBe('started');
    expect(types().at(-1)).toBe('finished');
    expect(types().filter((type) => type === 'tested').length).toBe(3);
    expect(reports[0]).toMatchObject({
      settings,
      history: { trainCount: 1000, stepsPerEpoch: 10, totalSteps: 20 },
    });
    expect(engines[0].batches.length).toBe(20);
  });

  it('the progress reports together hold every batch once', async () => {
    const { hear, reports } = session();
    await hear(start);
    const progress = progressOf(reports);
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.flatMap(({ losses }) => [...losses])).toEqual(new Array(20).fill(1));
    expect(progress.flatMap(({ accuracies }) => [...accuracies])).toEqual(
      new Array(20).fill(Math.fround(0.01)),
    );
    expect(progress.at(-1)).toMatchObject({ epoch: 2, step: 20 });
  });

  it('watches a digit: read before any training, and after the last batch', async () => {
    const { hear, reports } = session();
    const running = hear(start);
    await hear(watched);
    await running;
    const reads = readsOf(reports);
    expect(reads[0].when).toBe('before');
    expect(reads.at(-1)).toMatchObject({ when: 'now', found: { shape: [6, 28, 28] } });
    // The fake engine's weights are zeros: all ten digits are as likely.
    expect([...(reads.at(-1)?.probabilities ?? [])]).toEqual(new Array(10).fill(Math.fround(0.1)));
    expect(reads[0].probabilities).not.toEqual(reads.at(-1)?.probabilities);
  });

  it('another digit is read at once by a run that is over', async () => {
    const { hear, reports } = session();
    await hear(start);
    expect(readsOf(reports)).toEqual([]);
    await hear(watched);
    expect(readsOf(reports).map(({ when }) => when)).toEqual(['before', 'now']);
  });

  it('the kernels before any training are a moment', async () => {
    const { hear, reports } = session();
    await hear(start);
    const moments = reports.filter((report) => report.type === 'moment');
    expect(moments).toEqual([
      {
        type: 'moment',
        step: 0,
        share: 0.1,
        kernels: { name: 'conv1.weight', shape: [6, 1, 5, 5], values: new Float32Array(150) },
      },
    ]);
  });

  it('at the end it gives the fingerprint of the weights', async () => {
    const { hear, reports } = session();
    await hear(start);
    const finished = reports.find(({ type }) => type === 'finished');
    expect(finished).toMatchObject({ fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('a stop is honoured between batches; continue goes on to the same end', async () => {
    let pauses = 0;
    const stopping = session({
      pause: async () => {
        if (++pauses === 2) void stopping.hear({ type: 'stop' });
      },
    });
    await stopping.hear(start);
    expect(stopping.types().at(-1)).toBe('stopped');
    expect(stopping.engines[0].batches.length).toBeLessThan(20);
    await stopping.hear({ type: 'continue' });
    expect(stopping.types().at(-1)).toBe('finished');

    const unbroken = session();
    await unbroken.hear(start);
    expect(stopping.engines[0].batches).toEqual(unbroken.engines[0].batches);
  });

  it('stop and continue in one breath: one loop goes on', async () => {
    let pauses = 0;
    const hasty = session({
      pause: async () => {
        if (++pauses !== 2) return;
        void hasty.hear({ type: 'stop' });
        void hasty.hear({ type: 'continue' });
      },
    });
    await hasty.hear(start);
    expect(hasty.engines[0].batches.length).toBe(20);
    expect(hasty.types()).not.toContain('stopped');
    expect(hasty.types().filter((type) => type === 'finished').length).toBe(1);
  });

  it('step trains on one batch more and stands still again', async () => {
    let pauses = 0;
    const stepping = session({
      pause: async () => {
        if (++pauses === 2) void stepping.hear({ type: 'stop' });
      },
    });
    await stepping.hear(start);
    const [{ batches }] = stepping.engines;
    const before = batches.length;
    await stepping.hear({ type: 'step' });
    expect(batches.length).toBe(before + 1);
    expect(stepping.types().at(-1)).toBe('stopped');
    expect(progressOf(stepping.reports).at(-1)).toMatchObject({ step: before + 1 });
  });

  it('a test that is asked for while it trains: one more, and it goes on', async () => {
    let pauses = 0;
    const testing = session({
      pause: async () => {
        if (++pauses === 4) void testing.hear({ type: 'test' });
      },
    });
    await testing.hear(start);
    const tested = testing.reports.filter((report) => report.type === 'tested');
    expect(tested.map(({ epoch }) => Number.isInteger(epoch))).toEqual([true, false, true, true]);
    expect(testing.types().at(-1)).toBe('finished');
    expect(testing.engines[0].batches.length).toBe(20);
  });

  it('a test of a run that stands still: it stands still afterwards', async () => {
    let pauses = 0;
    const testing = session({
      pause: async () => {
        if (++pauses === 4) void testing.hear({ type: 'stop' });
      },
    });
    await testing.hear(start);
    const { length } = testing.engines[0].batches;
    await testing.hear({ type: 'test' });
    expect(testing.types().slice(-3)).toEqual(['progress', 'progress', 'stopped']);
    expect(testing.reports.filter(({ type }) => type === 'tested').length).toBe(2);
    expect(testing.engines[0].batches.length).toBe(length);
  });

  it('a run that ran away names the layer; its last checkpoint can be gone on from, more slowly', async () => {
    const running = session();
    const { store } = running;
    let pauses = 0;
    const away = session({
      store,
      pause: async () => {
        if (++pauses !== 4) return;
        away.engines[0].loss = NaN;
        away.engines[0].sizes = [
          { layer: 'conv1', weight: 0.1, gradient: NaN },
          { layer: 'conv2', weight: 0.1, gradient: 5 },
          { layer: 'fc1', weight: 0.2, gradient: 5 },
        ];
      },
    });
    await away.hear(start);
    expect(away.reports).toContainEqual(
      expect.objectContaining({ type: 'diverged', layer: 'conv2' }),
    );
    await vi.waitFor(async () => expect((await store.load('a')).record.state).toBe('diverged'));
    const change = { lr: 0.001, momentum: 0, weightDecay: 0 };
    await running.hear({ ...resume, change });
    expect(running.reports[0]).toMatchObject({ type: 'started', history: { step: 0 } });
    expect(running.reports[1]).toEqual({ type: 'kept', step: 0 });
    expect(running.reports[2]).toMatchObject({ type: 'changed', ...change });
    expect(running.types().at(-1)).toBe('finished');
    expect(new Set(running.engines[0].rules.map(({ lr }) => lr))).toEqual(new Set([0.001]));
  });

  it('a changed learning rate holds for the batches that follow', async () => {
    let pauses = 0;
    const changing = session({
      pause: async () => {
        if (++pauses !== 4) return;
        void changing.hear({ type: 'change', lr: 0.5, momentum: 0, weightDecay: 0 });
      },
    });
    await changing.hear(start);
    const rates = changing.engines[0].rules.map(({ lr }) => lr);
    expect([rates[0], rates.at(-1)]).toEqual([settings.lr, 0.5]);
  });

  it('a second start replaces the first, whose reports end and whose engine is closed', async () => {
    let pauses = 0;
    const restarted = session({
      pause: async () => {
        if (++pauses === 2) await restarted.hear(start);
      },
    });
    await restarted.hear(start);
    const second = restarted.types().lastIndexOf('started');
    expect(restarted.types().slice(0, second)).not.toContain('finished');
    expect(restarted.types().filter((type) => type === 'finished').length).toBe(1);
    expect(restarted.engines.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('digits that cannot be loaded', async () => {
    const problem = { what: 'digits', reason: 'status', status: 404 } as const;
    const { hear, reports } = session({ load: () => Promise.reject(new LoadError(problem)) });
    await hear(start);
    expect(reports).toEqual([{ type: 'load-failed', problem }]);
  });

  it('kernels that cannot be loaded', async () => {
    const problem = { what: 'kernels', reason: 'offline' } as const;
    const createEngine = () => Promise.reject(new LoadError(problem));
    const { hear, reports } = session({ createEngine });
    await hear(start);
    expect(reports.at(-1)).toEqual({ type: 'load-failed', problem });
  });

  it('the progress of the download', async () => {
    const { hear, reports } = session({
      load: async (_pack, _base, onProgress) => {
        onProgress({ received: 5, total: 10 });
        return blankDigits(4, 1);
      },
    });
    await hear(start);
    expect(reports[0]).toEqual({ type: 'loading', received: 5, total: 10 });
  });

  it('an error that no one expected is reported', async () => {
    const { hear, reports } = session({
      createEngine: () => Promise.reject(new Error('no memory')),
    });
    await hear(start);
    expect(reports).toEqual([{ type: 'failed', message: 'no memory' }]);
  });

  it('a loss that is not a number → diverged', async () => {
    const { hear, reports } = session({
      createEngine: async () => {
        const engine = new FakeEngine();
        engine.loss = NaN;
        return { engine, kind: 'kernels' };
      },
    });
    await hear(start);
    expect(reports).toContainEqual({ type: 'diverged', epoch: 1, step: 1, layer: 'conv1' });
  });

  it('stop, continue, step and test before any start do nothing', async () => {
    const { hear, reports } = session();
    for (const type of ['stop', 'continue', 'step', 'test'] as const) await hear({ type });
    expect(reports).toEqual([]);
  });

  it('an error of a run that has been replaced leaves the new one alone', async () => {
    const failures: ((error: Error) => void)[] = [];
    const replaced = session({
      load: () =>
        failures.length === 0
          ? new Promise((_, reject) => failures.push(reject))
          : Promise.resolve(blankDigits(1000, 500)),
      pause: () => Promise.resolve(failures[0](new Error('too late'))),
    });
    void replaced.hear({ ...start });
    await vi.waitFor(() => expect(failures.length).toBe(1));
    await replaced.hear({ ...start });
    expect(replaced.types().at(-1)).toBe('finished');
    expect(replaced.types()).not.toContain('failed');
  });
});

describe('a batch that goes in parts', () => {
  /** A session whose batches have 5 parts; `at` is told the number of each pause. */
  function inParts(at: (pause: number, parts: ReturnType<typeof session>) => unknown) {
    let pauses = 0;
    const engine = new FakeEngine();
    engine.pauses = 4;
    const made = session({
      createEngine: async () => ({ engine, kind: 'kernels' }),
      pause: async () => void (await at(++pauses, made)),
    });
    return { ...made, engine };
  }

  it('between its parts the worker listens and reports', async () => {
    let listened = 0;
    const { hear, engine, reports } = inParts(() => listened++);
    await hear(start);
    expect(engine.batches.length).toBe(20);
    // A slice is two looks at a clock that moves on 15 ms a look.
    expect(listened).toBeGreaterThan(20 * 2);
    expect(progressOf(reports).flatMap(({ losses }) => [...losses])).toEqual(new Array(20).fill(1));
  });

  it('a stop within it stands still there; continue brings the same batch to its end', async () => {
    let stopped = false;
    const parts = inParts((_, { hear }) => {
      if (stopped || parts.engine.begun === parts.engine.batches.length) return;
      stopped = true;
      return hear({ type: 'stop' });
    });
    await parts.hear(start);
    expect(parts.types().at(-1)).toBe('stopped');
    expect(parts.engine.begun).toBe(parts.engine.batches.length + 1);
    const whole = session();
    await whole.hear(start);
    await parts.hear({ type: 'continue' });
    expect(parts.engine.begun).toBe(20);
    expect(parts.engine.batches).toEqual(whole.engines[0].batches);
  });

  it('what is kept within it is the run before it', async () => {
    const { hear, engine, store } = inParts((_, made) =>
      engine.begun > engine.batches.length ? made.hear({ type: 'stop' }) : undefined,
    );
    await hear(start);
    await vi.waitFor(() => expect(store.kept.checkpoints.has('a')).toBe(true));
    const { checkpoint } = await store.load('a');
    expect(checkpoint.position.step).toBe(engine.batches.length);
    expect(checkpoint.optimizer.step).toBe(engine.batches.length);
  });

  it('no gradients of a part are shown', async () => {
    const seen: boolean[] = [];
    const { hear, engine } = inParts(() => {});
    engine.layerSizes = () => {
      seen.push(engine.begun === engine.batches.length);
      return engine.sizes;
    };
    await hear(start);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.map(() => true));
  });

  it('a test that is asked for within it waits for its end', async () => {
    let asked = false;
    const parts = inParts((_, { hear }) => {
      if (asked || parts.engine.begun === parts.engine.batches.length) return;
      asked = true;
      void hear({ type: 'test' });
    });
    const { evaluate } = parts.engine;
    const amid: boolean[] = [];
    parts.engine.evaluate = (...range) => {
      amid.push(parts.engine.begun > parts.engine.batches.length);
      return evaluate.apply(parts.engine, range);
    };
    await parts.hear(start);
    expect(parts.reports.filter(({ type }) => type === 'tested').length).toBe(4);
    expect(amid).not.toContain(true);
  });

  it('One batch before the first test: the tests go in slices, and a stop is heard among them', async () => {
    let pauses = 0;
    const stepping = session({
      pause: async () => {
        pauses++;
        if (pauses === 1) void stepping.hear({ type: 'stop' });
        if (pauses === 3) void stepping.hear({ type: 'stop' });
      },
      load: async () => blankDigits(1000, 10_000),
    });
    await stepping.hear(start);
    expect(stepping.types().at(-1)).toBe('stopped');
    await stepping.hear({ type: 'step' });
    expect(pauses).toBe(3);
    expect(stepping.engines[0].batches.length).toBe(0);
    await stepping.hear({ type: 'step' });
    expect(pauses).toBeGreaterThan(10);
    expect(stepping.engines[0].batches.length).toBe(1);
    expect(stepping.types().at(-1)).toBe('stopped');
  });
});

describe('a run that is not to be kept', () => {
  it('runs to its end, and the store knows nothing of it', async () => {
    const { hear, reports, store } = session();
    await hear({ ...start, keep: false });
    expect(reports.at(-1)).toMatchObject({ type: 'finished' });
    expect(store.kept.runs.size).toBe(0);
  });
});

describe('a run that is kept', () => {
  /** A session that is cut off, as by a closed tab, before its `cut`th turn; and its store. */
  async function cutOff(cut: number) {
    let pauses = 0;
    const before = session({
      pause: () => (++pauses < cut ? Promise.resolve() : new Promise(() => {})),
    });
    void before.hear(start);
    await vi.waitFor(() => expect(pauses).toBe(cut));
    await vi.waitFor(() => expect(before.store.kept.checkpoints.has('a')).toBe(true));
    return before;
  }

  it('resume goes on from the checkpoint to the batches that an unbroken run would have had', async () => {
    const whole = session();
    await whole.hear(start);

    const { store, engines } = await cutOff(9);
    const kept = (await store.load('a')).checkpoint.position.step;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(20);
    const after = session({ store });
    await after.hear(resume);
    expect(after.types().at(-1)).toBe('finished');
    expect([...engines[0].batches.slice(0, kept), ...after.engines[0].batches]).toEqual(
      whole.engines[0].batches,
    );
  });

  it('the curves go on too', async () => {
    const { store } = await cutOff(9);
    const after = session({ store });
    await after.hear(resume);
    await vi.waitFor(async () => expect((await store.load('a')).record.state).toBe('finished'));
    const { record } = await store.load('a');
    expect(record.history.losses.length).toBe(20);
    expect(record.history.tests.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
    expect(record.startedAt).toBe(1_700_000_000_000);
  });

  it('storage that is full or forbidden says so, once, and the run trains on', async () => {
    const store = memoryStore();
    store.problem = 'full';
    const { hear, reports, types } = session({ store });
    await hear(start);
    expect(types()).toContain('finished');
    await vi.waitFor(() =>
      expect(reports.filter(({ type }) => type === 'not-kept')).toEqual([
        { type: 'not-kept', problem: 'full' },
      ]),
    );
  });

  it('room that was made in mid-run: the run is kept after all', async () => {
    const store = memoryStore();
    store.problem = 'full';
    let pauses = 0;
    const { hear, types } = session({
      store,
      pause: async () => {
        if (++pauses === 4) store.problem = undefined;
      },
    });
    await hear(start);
    expect(types().at(-1)).toBe('finished');
    await vi.waitFor(async () => expect((await store.load('a')).record.state).toBe('finished'));
  });

  it('room that runs out in mid-run: what was kept before stays, and can be taken up', async () => {
    let pauses = 0;
    const { hear, store, reports } = session({
      pause: async () => {
        if (++pauses === 8) store.problem = 'full';
      },
    });
    await hear(start);
    await vi.waitFor(() => expect(reports).toContainEqual({ type: 'not-kept', problem: 'full' }));
    store.problem = undefined;
    const { checkpoint } = await store.load('a');
    expect(reports).toContainEqual({ type: 'kept', step: checkpoint.position.step });
    const after = session({ store });
    await after.hear(resume);
    expect(after.types().at(-1)).toBe('finished');
  });

  it('one that is deleted under way does not come back, and says so', async () => {
    let pauses = 0;
    const { hear, store, reports, types } = session({
      pause: async () => {
        if (++pauses === 8) await store.remove('a');
      },
    });
    await hear(start);
    expect(types()).toContain('finished');
    await vi.waitFor(() => expect(reports).toContainEqual({ type: 'not-kept', problem: 'gone' }));
    expect(await store.list()).toEqual([]);
  });

  it('a run that is not there cannot be taken up', async () => {
    const { hear, reports } = session();
    await hear(resume);
    expect(reports).toEqual([{ type: 'resume-failed', problem: 'gone' }]);
  });

  it('nor one that another tab has open; it can once that tab is done with it', async () => {
    const { store, tabs, hear: hearThere } = await cutOff(9);
    const here = session({ store, tabs });
    await here.hear(resume);
    expect(here.reports).toEqual([{ type: 'resume-failed', problem: 'taken' }]);
    // The other tab begins another run.
    void hearThere({ ...start, id: 'b' });
    await vi.waitFor(async () => expect(await tabs.taken()).toEqual(new Set(['b'])));
    await here.hear(resume);
    expect(here.types().at(-1)).toBe('finished');
  });

  it.each([
    [
      'digits that cannot be loaded',
      { load: () => Promise.reject(new LoadError({ what: 'digits', reason: 'unreachable' })) },
    ],
    [
      'an engine that cannot be made',
      { createEngine: () => Promise.reject(new Error('no memory')) },
    ],
    ['a run that is gone', {}],
  ])('%s: the run is let go of', async (_, overrides) => {
    const { hear, tabs, types } = session(overrides);
    await hear(Object.keys(overrides).length === 0 ? resume : start);
    expect(types()).toEqual([expect.stringMatching(/failed$/)]);
    expect(await tabs.taken()).toEqual(new Set());
  });

  it('taken up in two tabs that cannot know of each other: the first is told, the second keeps it', async () => {
    let pauses = 0;
    const first = session({
      pause: async () => {
        if (++pauses !== 8) return;
        await second.hear(resume);
      },
    });
    const second = session({ store: first.store });
    await first.hear(start);
    expect(second.types().at(-1)).toBe('finished');
    await vi.waitFor(() =>
      expect(first.reports).toContainEqual({ type: 'not-kept', problem: 'taken' }),
    );
    expect((await first.store.load('a')).record.state).toBe('finished');
  });

  it('nor one whose store fails, for a reason that is said', async () => {
    const { hear, reports, store } = session();
    store.problem = 'newer';
    await hear(resume);
    expect(reports).toEqual([{ type: 'resume-failed', problem: 'newer' }]);
  });

  it('a run that has diverged keeps its last good checkpoint', async () => {
    const engine = new FakeEngine();
    const { hear, store } = session({
      createEngine: async () => ({ engine, kind: 'kernels' }),
      pause: async () => {
        if (engine.batches.length >= 12) engine.loss = NaN;
      },
    });
    await hear(start);
    await vi.waitFor(async () => expect((await store.load('a')).record.state).toBe('diverged'));
    expect((await store.load('a')).checkpoint.position.stage.at).not.toBe('diverged');
  });

  it('weights that are no numbers any more, before any loss says so, do not replace good ones', async () => {
    const engine = new FakeEngine();
    const { hear, store } = session({
      createEngine: async () => ({ engine, kind: 'kernels' }),
      pause: async () => {
        if (engine.batches.length >= 12) engine.weight = NaN;
      },
    });
    await hear(start);
    await vi.waitFor(async () => expect((await store.load('a')).record.state).toBe('finished'));
    const { checkpoint } = await store.load('a');
    expect(checkpoint.weights['fc3.bias']).toEqual(new Float64Array(10));
    expect(checkpoint.position.step).toBeLessThan(20);
  });

  it('a run that ran away before it was first kept has no way back, and says so', async () => {
    const { hear, reports } = session({
      createEngine: async () => {
        const engine = new FakeEngine();
        engine.testLoss = NaN;
        return { engine, kind: 'kernels' };
      },
    });
    await hear(start);
    await vi.waitFor(() => expect(reports.at(-1)).toEqual({ type: 'kept', step: undefined }));
  });

  it('a run that is taken up says at once how far it is kept', async () => {
    const { store } = await cutOff(9);
    const kept = (await store.load('a')).checkpoint.position.step;
    const after = session({ store });
    await after.hear(resume);
    expect(after.reports[1]).toEqual({ type: 'kept', step: kept });
  });

  it('a stuck thread is reported as such', async () => {
    const { hear, reports } = session({
      createEngine: () => Promise.reject(new StuckError('a worker has stopped answering')),
    });
    await hear(start);
    expect(reports).toEqual([{ type: 'stuck' }]);
  });
});

describe('pace', () => {
  it('10 batches a second: 20 batches take two seconds of the clock', async () => {
    let time = 0;
    const { hear, reports, engines } = session({
      now: () => time,
      pause: async (ms) => void (time += Math.max(1, ms)),
    });
    await hear({ ...start, pace: 10 });
    expect(engines[0].batches.length).toBe(20);
    expect(progressOf(reports).at(-1)?.seconds).toBeCloseTo(2, 0);
  });
});
