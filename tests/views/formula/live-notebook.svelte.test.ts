import type { Cell } from '$lib/notebook/formula';
import { LiveNotebook } from '$lib/views/formula/live-notebook.svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InPageWorker } from './in-page-worker';

const cells = (count: number, value: number): Cell[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ id: `c${i}`, type: 'formula', title: '' },
    source: `x_${i} = ${value} + ${i}`,
  }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start() {
  const live = new LiveNotebook(() => new InPageWorker());
  const valueOf = (index: number) => {
    const result = live.result(`c${index}`);
    return result?.type === 'formula' ? result.lines[0]?.value : undefined;
  };
  const shown = (count: number) =>
    Array.from({ length: count }, (_, i) => valueOf(i)).filter((value) => value !== undefined);
  return { live, valueOf, shown };
}

test('a few results are shown as they come', async () => {
  const { live, shown } = start();
  live.evaluate(cells(5, 1));
  await vi.advanceTimersByTimeAsync(0);
  expect(shown(5)).toEqual([1, 2, 3, 4, 5]);
});

test('many results are shown some at a time, and all in the end', async () => {
  const { live, shown } = start();
  live.evaluate(cells(100, 1));
  await Promise.resolve();
  await Promise.resolve();
  expect(shown(100).length).toBeGreaterThan(0);
  expect(shown(100).length).toBeLessThan(20);
  await vi.runAllTimersAsync();
  expect(shown(100)).toHaveLength(100);
});

test('a result that came later is never replaced by one that waited', async () => {
  const { live, valueOf } = start();
  live.evaluate(cells(100, 1));
  await Promise.resolve();
  live.evaluate(cells(100, 2));
  await vi.runAllTimersAsync();
  expect(valueOf(0)).toBe(2);
  expect(valueOf(99)).toBe(101);
});

test('nothing is shown after the notebook has gone', async () => {
  const { live, shown } = start();
  live.evaluate(cells(100, 1));
  await Promise.resolve();
  await Promise.resolve();
  const before = shown(100).length;
  live.dispose();
  await vi.runAllTimersAsync();
  expect(shown(100)).toHaveLength(before);
});

test('values that were known before stand until the first results come', async () => {
  const { live } = start();
  live.foresee({ x_0: 9, y: 3 });
  live.evaluate(cells(1, 1));
  expect([live.value('x_0'), live.value('y')]).toEqual([9, 3]);
  await vi.advanceTimersByTimeAsync(0);
  expect([live.value('x_0'), live.value('y')]).toEqual([1, undefined]);
});
