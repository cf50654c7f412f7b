import { EvaluationClient } from '$lib/views/formula/client';
import type { EvaluateRequest, Reply } from '$lib/views/formula/protocol';
import { limits, type Cell } from '$lib/notebook/formula';
import { Puppet } from '../../ui/bridge/fake-worker';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const cell = (id: string, source = ''): Cell => ({ id, type: 'formula', title: '', source });
const results = { cells: new Map(), values: new Map() };

const workers: Puppet<EvaluateRequest, Reply>[] = [];
const start = (worker: (typeof workers)[0], id: string) =>
  worker.say({ type: 'started', cell: id });
const finish = (worker: (typeof workers)[0]) => worker.say({ type: 'evaluated', results });

const told = { onResults: vi.fn(), onOverrun: vi.fn(), onFailure: vi.fn() };
const newClient = () =>
  new EvaluationClient({
    createWorker: () => {
      workers.push(new Puppet());
      return workers[workers.length - 1];
    },
    ...told,
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  workers.length = 0;
});
afterEach(() => vi.useRealTimers());

test('no worker is made before the first notebook', () => {
  const client = newClient();
  expect(workers).toHaveLength(0);
  client.evaluate([cell('a')]);
  expect(workers).toHaveLength(1);
});

test('of the notebooks that come while one is computed, only the latest is', () => {
  const client = newClient();
  for (const source of ['1', '2', '3']) client.evaluate([cell('a', source)]);
  const [worker] = workers;
  expect(worker.heard).toHaveLength(1);
  finish(worker);
  expect(worker.heard.map(({ cells }) => cells)).toEqual([[cell('a', '1')], [cell('a', '3')]]);
  finish(worker);
  expect(told.onResults).toHaveBeenCalledTimes(2);
});

/** A client whose worker has finished a notebook. */
function warmClient() {
  const client = newClient();
  client.evaluate([]);
  finish(workers[0]);
  return client;
}

test('the cells of the very first notebook have longer: the engine has compiled nothing yet', () => {
  newClient().evaluate([cell('a')]);
  start(workers[0], 'a');
  vi.advanceTimersByTime(4 * limits.milliseconds);
  expect(told.onOverrun).not.toHaveBeenCalled();
  vi.advanceTimersByTime(4 * limits.milliseconds);
  expect(told.onOverrun).toHaveBeenCalledExactlyOnceWith(cell('a'));
});

test('a cell that takes too long is told of, and left out by a new worker', () => {
  warmClient().evaluate([cell('a'), cell('b')]);
  const [first] = workers;
  start(first, 'a');
  vi.advanceTimersByTime(limits.milliseconds - 1);
  start(first, 'b');
  vi.advanceTimersByTime(limits.milliseconds - 1);
  expect(told.onOverrun).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(told.onOverrun).toHaveBeenCalledExactlyOnceWith(cell('b'));
  expect(first.isEnded).toBe(true);
  expect(workers[1].heard[0]).toMatchObject({ skip: ['b'] });
});

test('a cell that took too long is tried again once it is changed', () => {
  const client = warmClient();
  client.evaluate([cell('a', 'slow')]);
  start(workers[0], 'a');
  vi.advanceTimersByTime(limits.milliseconds);
  const worker = workers[1];
  finish(worker);
  client.evaluate([cell('a', 'slow'), cell('b')]);
  finish(worker);
  client.evaluate([cell('a', 'quick')]);
  expect(worker.heard.map(({ skip }) => skip)).toEqual([['a'], ['a'], []]);
});

test('loading the worker is not counted as work', () => {
  newClient().evaluate([cell('a')]);
  vi.advanceTimersByTime(60_000);
  workers[0].arrive();
  vi.advanceTimersByTime(60_000);
  expect(told.onOverrun).not.toHaveBeenCalled();
});

test('a worker that fails is told of; the next notebook gets a new one', () => {
  const client = newClient();
  client.evaluate([cell('a')]);
  workers[0].fail();
  expect(told.onFailure).toHaveBeenCalledOnce();
  client.evaluate([cell('a')]);
  expect(workers).toHaveLength(2);
});

test('nothing is told after the client is disposed of', () => {
  const client = newClient();
  client.evaluate([cell('a')]);
  const [worker] = workers;
  start(worker, 'a');
  client.dispose();
  vi.advanceTimersByTime(1000);
  expect(worker.isEnded).toBe(true);
  expect(told.onOverrun).not.toHaveBeenCalled();
});
