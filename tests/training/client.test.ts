import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, TrainingClient, type ClientReport, type Command } from '$lib/training';

/** A worker that remembers what it was told and says what the test has it say. */
class FakeWorker {
  readonly heard: Command[] = [];
  terminated = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;

  postMessage(command: Command): void {
    this.heard.push(command);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: unknown): void {
    this.onmessage?.({ data });
  }
}

const start: Command = {
  type: 'start',
  id: 'a',
  settings: defaultSettings,
  workers: 1,
  pace: 'full',
  base: '/data/',
};
const progress = {
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
  const workers: FakeWorker[] = [];
  const reports: ClientReport[] = [];
  const subject = new TrainingClient({
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    onReport: (report) => reports.push(report),
    patienceMs: 2000,
  });
  return { subject, workers, reports };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('TrainingClient', () => {
  it('makes one worker, at the first command', () => {
    const { subject, workers } = client();
    expect(workers.length).toBe(0);
    subject.send(start);
    subject.send({ type: 'stop' });
    expect(workers.length).toBe(1);
    expect(workers[0].heard).toEqual([start, { type: 'stop' }]);
  });

  it('hands on what the worker reports', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    workers[0].say(progress);
    expect(reports).toEqual([progress]);
  });

  it('a worker that throws is dead; the next command has a new one', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    workers[0].onerror?.({ preventDefault: () => {} });
    expect(reports).toEqual([{ type: 'dead', reason: 'error' }]);
    expect(workers[0].terminated).toBe(true);
    subject.send(start);
    expect(workers.length).toBe(2);
    expect(workers[1].heard).toEqual([start]);
  });

  it('a worker that falls silent is asked, and after two seconds it is dead', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    vi.advanceTimersByTime(1000);
    expect(workers[0].heard.at(-1)).toEqual({ type: 'ping' });
    expect(reports).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(reports).toEqual([{ type: 'dead', reason: 'silent' }]);
    expect(workers[0].terminated).toBe(true);
  });

  it('a worker that answers when asked lives on', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    for (let second = 0; second < 10; second++) {
      vi.advanceTimersByTime(1000);
      workers[0].say({ type: 'alive' });
    }
    expect(reports.every(({ type }) => type === 'alive')).toBe(true);
  });

  it.each(['stopped', 'finished'])('after %s the worker may be silent', (type) => {
    const { subject, workers, reports } = client();
    subject.send(start);
    workers[0].say({ type, fingerprint: '' });
    vi.advanceTimersByTime(60_000);
    expect(reports.length).toBe(1);
    subject.send({ type: 'continue' });
    vi.advanceTimersByTime(2000);
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

  it('dispose ends the worker without a word', () => {
    const { subject, workers, reports } = client();
    subject.send(start);
    subject.dispose();
    vi.advanceTimersByTime(60_000);
    expect(workers[0].terminated).toBe(true);
    expect(reports).toEqual([]);
  });
});
