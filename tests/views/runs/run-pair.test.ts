import { describe, expect, it } from 'vitest';
import { noHistory, pairs, type Command, type Report } from '$lib/training';
import { RunPair } from '$lib/views/runs/run-pair.svelte';
import { Puppet } from '../../ui/bridge/fake-worker';

const [one, other] = pairs.rates;
const manner = { workers: 1, pace: 'full', keep: false } as const;
const started = {
  type: 'started',
  settings: one,
  history: { ...noHistory, totalSteps: 1000 },
  crew: { engine: 'kernels', workers: 1 },
} satisfies Report;
const finished: Report = { type: 'finished', fingerprint: 'sha256:0' };
const failed: Report = {
  type: 'load-failed',
  problem: { what: 'digits', reason: 'unreachable' },
};

function open() {
  const workers: Puppet<Command, Report>[] = [];
  const pair = new RunPair(() => {
    const worker = new Puppet<Command, Report>();
    workers.push(worker);
    return worker;
  }, '/data/');
  const heard = () => workers.map((worker) => worker.heard.map(({ type }) => type));
  return { pair, workers, heard };
}

/** Both runs under way. */
function begun() {
  const opened = open();
  opened.pair.start([one, other], manner);
  opened.workers[0].say(started);
  opened.workers[1].say({ ...started, settings: other });
  return opened;
}

describe('RunPair', () => {
  it('the second begins when the first has its digits, in a worker of its own, neither kept', () => {
    const { pair, workers } = open();
    expect(pair.phase).toBe('idle');
    pair.start([one, other], manner);
    expect([workers.length, pair.phase]).toEqual([1, 'loading']);
    workers[0].say(started);
    expect(workers.map(({ heard }) => heard[0])).toEqual([
      expect.objectContaining({ type: 'start', settings: one, keep: false, workers: 1 }),
      expect.objectContaining({ type: 'start', settings: other, keep: false, workers: 1 }),
    ]);
    expect(pair.first.id).not.toBe(pair.second.id);
  });

  it('is under way until both are over; stop and continue go to those that can', () => {
    const { pair, workers, heard } = begun();
    expect(pair.phase).toBe('training');
    workers[0].say(finished);
    pair.stop();
    workers[1].say({ type: 'stopped' });
    expect(pair.phase).toBe('stopped');
    pair.continue();
    expect(pair.phase).toBe('training');
    workers[1].say(finished);
    expect(pair.phase).toBe('over');
    expect(heard()).toEqual([['start'], ['start', 'stop', 'continue']]);
  });

  it('stopped while the digits load, nothing begins', () => {
    const { pair, workers } = open();
    pair.start([one, other], manner);
    pair.stop();
    expect([pair.phase, workers.length]).toEqual(['idle', 1]);
    workers[0].say(started);
    expect([pair.phase, workers.length]).toEqual(['idle', 1]);
  });

  it('digits that do not arrive are asked for again, and both begin', () => {
    const { pair, workers } = open();
    pair.start([one, other], manner);
    workers[0].say(failed);
    expect(pair.phase).toBe('over');
    pair.retry();
    workers[0].say(started);
    expect(workers[1].heard[0]).toMatchObject({ type: 'start', settings: other });
  });

  it('starting again leaves nothing of the runs before', () => {
    const { pair, workers } = begun();
    workers[1].say(finished);
    pair.start([other, one], manner);
    expect([pair.second.progress.phase.is, pair.second.settings]).toEqual(['idle', undefined]);
    workers[2].say({ ...started, settings: other });
    expect(workers[3].heard[0]).toMatchObject({ settings: one });
  });
});
