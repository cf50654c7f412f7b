import { inTurn } from '$lib/ui/in-turn';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let clock = 0;
beforeEach(() => {
  vi.useFakeTimers();
  clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => {
  vi.runAllTimers();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Work that takes a time and leaves its name. */
function work(done: string[], name: string, milliseconds: number) {
  return () => {
    clock += milliseconds;
    done.push(name);
  };
}
test('little work is done at once', () => {
  const done: string[] = [];
  for (const name of ['a', 'b', 'c']) inTurn(work(done, name, 2));
  expect(done).toEqual(['a', 'b', 'c']);
});

test('much work is done in its order, some of it in each task', () => {
  const done: string[] = [];
  for (const name of 'abcdef') inTurn(work(done, name, 15));
  expect(done.join('')).toBe('ab');
  vi.advanceTimersToNextTimer();
  expect(done.join('')).toBe('abcd');
  inTurn(work(done, 'g', 1));
  expect(done.join('')).toBe('abcd');
  vi.runAllTimers();
  expect(done.join('')).toBe('abcdefg');
});

test('work that fails takes nothing else with it', () => {
  const done: string[] = [];
  expect(() =>
    inTurn(() => {
      throw new Error('fails');
    }),
  ).toThrow('fails');
  inTurn(work(done, 'a', 1));
  expect(done).toEqual(['a']);
});
