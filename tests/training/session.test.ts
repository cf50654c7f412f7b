import { describe, expect, it, vi } from 'vitest';
import { manualSeed } from '$lib/nn';
import { sgd } from '$lib/optim';
import {
  createSession,
  defaultSettings,
  LoadError,
  Trainer,
  type Command,
  type Report,
  type SessionOptions,
} from '$lib/training';
import { blankDigits, FakeEngine } from './fake-engine';

const start: Command = { type: 'start', settings: defaultSettings, base: '/data/' };

/** A session whose clock moves on 15 ms a look, and the reports it has made. */
function session(overrides: Partial<SessionOptions> = {}) {
  const reports: Report[] = [];
  const engine = new FakeEngine();
  let time = 0;
  const heard = createSession({
    post: (report) => reports.push(report),
    load: async () => blankDigits(40, 10),
    prepare: (_settings, data) => ({
      engine,
      trainer: new Trainer({
        engine,
        generator: manualSeed(0),
        data,
        epochs: 2,
        batchSize: 4,
        rule: () => sgd({ lr: 0.01 }),
      }),
    }),
    now: () => (time += 15),
    breathe: async () => {},
    ...overrides,
  });
  const types = () => reports.map(({ type }) => type);
  return { heard, reports, types, engine };
}

describe('a session', () => {
  it('start → started, tests and progress, finished', async () => {
    const { heard, reports, types, engine } = session();
    await heard(start);
    expect(types()[0]).toBe('started');
    expect(types().at(-1)).toBe('finished');
    expect(types().filter((type) => type === 'tested').length).toBe(3);
    expect(reports[0]).toMatchObject({ trainCount: 40, stepsPerEpoch: 10, totalSteps: 20 });
    expect(engine.batches.length).toBe(20);
  });

  it('the progress reports together hold every batch once', async () => {
    const { heard, reports } = session();
    await heard(start);
    const progress = reports.filter((report) => report.type === 'progress');
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.flatMap(({ losses }) => [...losses])).toEqual(new Array(20).fill(1));
    expect(progress.flatMap(({ accuracies }) => [...accuracies])).toEqual(new Array(20).fill(0.25));
    expect(progress.at(-1)).toMatchObject({ epoch: 2, step: 20 });
  });

  it('a stop is honoured between batches; continue goes on to the same end', async () => {
    let breaths = 0;
    const stopping = session({
      breathe: async () => {
        if (++breaths === 2) void stopping.heard({ type: 'stop' });
      },
    });
    await stopping.heard(start);
    expect(stopping.types().at(-1)).toBe('stopped');
    expect(stopping.engine.batches.length).toBeLessThan(20);
    await stopping.heard({ type: 'continue' });
    expect(stopping.types().at(-1)).toBe('finished');

    const unbroken = session();
    await unbroken.heard(start);
    expect(stopping.engine.batches).toEqual(unbroken.engine.batches);
  });

  it('stop and continue in one breath: one loop goes on', async () => {
    let breaths = 0;
    const hasty = session({
      breathe: async () => {
        if (++breaths !== 2) return;
        void hasty.heard({ type: 'stop' });
        void hasty.heard({ type: 'continue' });
      },
    });
    await hasty.heard(start);
    expect(hasty.engine.batches.length).toBe(20);
    expect(hasty.types()).not.toContain('stopped');
    expect(hasty.types().filter((type) => type === 'finished').length).toBe(1);
  });

  it('a second start replaces the first, whose reports end', async () => {
    let breaths = 0;
    const restarted = session({
      breathe: async () => {
        if (++breaths === 2) await restarted.heard(start);
      },
    });
    await restarted.heard(start);
    const second = restarted.types().lastIndexOf('started');
    expect(restarted.types().slice(0, second)).not.toContain('finished');
    expect(restarted.types().filter((type) => type === 'finished').length).toBe(1);
  });

  it('digits that cannot be loaded', async () => {
    const problem = { reason: 'status', status: 404 } as const;
    const { heard, reports } = session({ load: () => Promise.reject(new LoadError(problem)) });
    await heard(start);
    expect(reports).toEqual([{ type: 'load-failed', problem }]);
  });

  it('the progress of the download', async () => {
    const { heard, reports } = session({
      load: async (_base, onProgress) => {
        onProgress({ received: 5, total: 10 });
        return blankDigits(4, 1);
      },
    });
    await heard(start);
    expect(reports[0]).toEqual({ type: 'loading', received: 5, total: 10 });
  });

  it('an error that no one expected is reported', async () => {
    const { heard, reports } = session({
      prepare: () => {
        throw new Error('no memory');
      },
    });
    await heard(start);
    expect(reports).toEqual([{ type: 'failed', message: 'no memory' }]);
  });

  it('a loss that is not a number → diverged', async () => {
    const { heard, reports, engine } = session();
    engine.loss = NaN;
    await heard(start);
    expect(reports.at(-1)).toEqual({ type: 'diverged', epoch: 1, step: 1 });
  });

  it('ping → alive; stop and continue before any start do nothing', async () => {
    const post = vi.fn();
    const { heard } = session({ post });
    await heard({ type: 'stop' });
    await heard({ type: 'continue' });
    await heard({ type: 'ping' });
    expect(post.mock.calls).toEqual([[{ type: 'alive' }]]);
  });
});
