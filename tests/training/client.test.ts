import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  defaultSettings,
  TrainingClient,
  type ClientReport,
  type Command,
  type Report,
} from '$lib/training';
import { Puppet } from '../ui/bridge/fake-worker';

const start: Command = {
  type: 'start',
  id: 'a',
  settings: defaultSettings,
  workers: 1,
  pace: 'full',
  base: '/data/',
};
const resume: Command = { type: 'resume', id: 'a', workers: 1, pace: 'full', base: '/data/' };
const progress: Report = {
  type: 'progress',
  epoch: 1,
  step: 2,
  seconds: 0.5,
  losses: new Float32Array(2),
  accuracies: new Float32Array(2),
  inside: {
    convolutions: { 'conv1.bias': new Float32Array(6) },
    sizes: [],
  },
};

function client() {
  const workers: Puppet<Command, unknown>[] = [];
  const reports: ClientReport[] = [];
  const subject = new TrainingClient({
    createWorker: () => {
      const worker = new Puppet<Command, unknown>();
      workers.push(worker);
      return worker;
    },
    onReport: (report) => reports.push(report),
  });
  return { subject, workers, reports };
}

const minute = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('TrainingClient', () => {
  it('hands on what the worker reports', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    workers[0].say(progress);
    expect(reports).toEqual([progress]);
  });

  it.each([start, resume])('$type: reports on the run before it are dropped', (opening) => {
    const { subject, workers, reports } = client();
    subject.send(start);
    subject.send(opening);
    workers[0].say({ type: 'finished', fingerprint: '' }, 1);
    expect(reports).toEqual([]);
    workers[0].say(progress);
    subject.send({ type: 'stop' });
    workers[0].say({ type: 'stopped' });
    expect(reports).toEqual([progress, { type: 'stopped' }]);
  });

  it('loading may take any time, from the script to the digits', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    vi.advanceTimersByTime(10 * minute);
    workers[0].arrive();
    vi.advanceTimersByTime(10 * minute);
    workers[0].say({ type: 'loading', received: 1, total: 10 });
    vi.advanceTimersByTime(10 * minute);
    expect(reports.map(({ type }) => type)).toEqual(['loading']);
  });

  it('a worker that trains and falls silent is dead', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    workers[0].say(progress);
    // As long as the slowest machine needs for a part of a batch.
    vi.advanceTimersByTime(10_000);
    expect(reports.length).toBe(1);
    vi.advanceTimersByTime(10_000);
    expect(reports.at(-1)).toEqual({ type: 'dead', reason: 'silent' });
  });

  it('one that gives signs of life in a batch of minutes is not', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    workers[0].say(progress);
    for (let part = 0; part < 60; part++) {
      vi.advanceTimersByTime(5000);
      workers[0].arrive();
    }
    expect(workers[0].pings).toBeGreaterThan(0);
    expect(reports.length).toBe(1);
  });

  it.each(['stopped', 'finished'])('after %s the worker may be silent', (type) => {
    const { subject, workers, reports } = client();
    subject.send(start);
    workers[0].say({ type, fingerprint: '' });
    vi.advanceTimersByTime(minute);
    expect(reports.length).toBe(1);
    subject.send({ type: 'continue' });
    vi.advanceTimersByTime(minute);
    expect(reports.at(-1)).toEqual({ type: 'dead', reason: 'silent' });
  });

  it.each([
    null,
    'hello',
    { type: 'unknown' },
    { ...progress, step: -1 },
    { ...progress, losses: [] },
  ])('a message that is no report: %o', (message) => {
    const { subject, workers, reports } = client();
    subject.send(start);
    workers[0].say(message);
    expect(reports).toEqual([{ type: 'dead', reason: 'error' }]);
  });
});
