import { EvaluationClient } from '$lib/views/formula/client';
import type { EvaluateRequest, Reply } from '$lib/views/formula/protocol';
import { limits, type Cell } from '$lib/notebook/formula';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const cell = (id: string, source = ''): Cell => ({ id, type: 'formula', title: '', source });
const results = { cells: new Map(), values: new Map() };

/** A worker that does what the test tells it to. */
class PuppetWorker {
  static all: PuppetWorker[] = [];
  onmessage: (event: { data: Reply }) => void = () => {};
  onerror: (event: { preventDefault: () => void }) => void = () => {};
  requests: EvaluateRequest[] = [];
  isEnded = false;

  constructor() {
    PuppetWorker.all.push(this);
  }
  postMessage(request: EvaluateRequest) {
    this.requests.push(request);
  }
  terminate() {
    this.isEnded = true;
  }
  start(id: string) {
    this.onmessage({ data: { type: 'started', run: this.requests.at(-1)!.run, cell: id } });
  }
  finish() {
    this.onmessage({ data: { type: 'evaluated', run: this.requests.at(-1)!.run, results } });
  }
}

const told = { onResults: vi.fn(), onOverrun: vi.fn(), onFailure: vi.fn() };
const newClient = () =>
  new EvaluationClient({ createWorker: () => new PuppetWorker() as unknown as Worker, ...told });

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  PuppetWorker.all = [];
});
afterEach(() => vi.useRealTimers());

test('no worker is made before the first notebook', () => {
  const client = newClient();
  expect(PuppetWorker.all).toHaveLength(0);
  client.evaluate([cell('a')]);
  expect(PuppetWorker.all).toHaveLength(1);
});

test('of the notebooks that come while one is computed, only the latest is', () => {
  const client = newClient();
  for (const source of ['1', '2', '3']) client.evaluate([cell('a', source)]);
  const [worker] = PuppetWorker.all;
  expect(worker!.requests).toHaveLength(1);
  worker!.finish();
  expect(worker!.requests.map(({ cells }) => cells)).toEqual([[cell('a', '1')], [cell('a', '3')]]);
  worker!.finish();
  expect(told.onResults).toHaveBeenCalledTimes(2);
});

test('a cell that takes too long is told of, and left out by a new worker', () => {
  newClient().evaluate([cell('a'), cell('b')]);
  const [first] = PuppetWorker.all;
  first!.start('a');
  vi.advanceTimersByTime(limits.milliseconds - 1);
  first!.start('b');
  vi.advanceTimersByTime(limits.milliseconds - 1);
  expect(told.onOverrun).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(told.onOverrun).toHaveBeenCalledExactlyOnceWith(cell('b'));
  expect(first!.isEnded).toBe(true);
  expect(PuppetWorker.all[1]!.requests[0]).toMatchObject({ skip: ['b'] });
});

test('a cell that took too long is tried again once it is changed', () => {
  const client = newClient();
  client.evaluate([cell('a', 'slow')]);
  PuppetWorker.all[0]!.start('a');
  vi.advanceTimersByTime(limits.milliseconds);
  const worker = PuppetWorker.all[1]!;
  worker.finish();
  client.evaluate([cell('a', 'slow'), cell('b')]);
  worker.finish();
  client.evaluate([cell('a', 'quick')]);
  expect(worker.requests.map(({ skip }) => skip)).toEqual([['a'], ['a'], []]);
});

test('loading the worker is not counted as work', () => {
  newClient().evaluate([cell('a')]);
  vi.advanceTimersByTime(60_000);
  expect(told.onOverrun).not.toHaveBeenCalled();
});

test('a worker that fails is told of; the next notebook gets a new one', () => {
  const client = newClient();
  client.evaluate([cell('a')]);
  PuppetWorker.all[0]!.onerror({ preventDefault: () => {} });
  expect(told.onFailure).toHaveBeenCalledOnce();
  client.evaluate([cell('a')]);
  expect(PuppetWorker.all).toHaveLength(2);
});

test('nothing is told after the client is disposed of', () => {
  const client = newClient();
  client.evaluate([cell('a')]);
  const [worker] = PuppetWorker.all;
  worker!.start('a');
  client.dispose();
  vi.advanceTimersByTime(1000);
  expect(worker!.isEnded).toBe(true);
  expect(told.onOverrun).not.toHaveBeenCalled();
});
