import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenSettled } from '$lib/ui/when-settled';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('of many calls in a row only the last one counts, once they have settled', () => {
  const action = vi.fn();
  const { call } = whenSettled(action, 150);
  call('a');
  vi.advanceTimersByTime(149);
  call('b');
  vi.advanceTimersByTime(149);
  expect(action).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(action.mock.calls).toEqual([['b']]);
});

test('a cancelled call never comes', () => {
  const action = vi.fn();
  const { call, cancel } = whenSettled(action, 150);
  call('a');
  cancel();
  vi.runAllTimers();
  expect(action).not.toHaveBeenCalled();
});
