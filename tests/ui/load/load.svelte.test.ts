import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import LoadProblem from '$lib/ui/load/LoadProblem.svelte';
import ReloadButton from '$lib/ui/load/ReloadButton.svelte';
import Slow from './Slow.svelte';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a part of the page', () => {
  test('that comes is shown', async () => {
    render(Slow, { load: async () => ({ default: 'hello' }) });
    expect(await screen.findByText('It says hello.')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('that fails says so, and comes when it is tried again', async () => {
    const load = vi.fn(async () => ({ default: 'hello' }));
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    render(Slow, { load });
    expect(await screen.findByRole('alert')).toHaveTextContent(/Could not load this part/);
    expect(screen.getByRole('button', { name: 'Load the page again' })).toBeEnabled();
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('It says hello.')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('that is late says so, and is still shown when it comes', async () => {
    vi.useFakeTimers();
    let arrive = (_: { default: string }) => {};
    render(Slow, { load: () => new Promise((resolve) => (arrive = resolve)) });
    await vi.advanceTimersByTimeAsync(19_000);
    expect(screen.queryByRole('alert')).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(screen.getByRole('alert')).toHaveTextContent(/still on its way/);
    arrive({ default: 'hello' });
    await vi.advanceTimersByTimeAsync(0);
    expect(screen.getByText('It says hello.')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

test('without an answer from the site the page is not loaded again', async () => {
  const fetch = vi.fn(async () => Promise.reject(new TypeError('failed to fetch')));
  vi.stubGlobal('fetch', fetch);
  render(ReloadButton);
  await fireEvent.click(screen.getByRole('button', { name: 'Load the page again' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/does not answer yet/);
  expect(screen.getByRole('button')).toBeEnabled();
});

test('one press tries all that wait for the same kind of file', async () => {
  const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()];
  render(LoadProblem, { problem: { what: 'digits', reason: 'offline' }, onretry: one });
  render(LoadProblem, { problem: { what: 'digits', reason: 'offline' }, onretry: two });
  const gone = render(LoadProblem, {
    problem: { what: 'digits', reason: 'damaged' },
    onretry: other,
  });
  render(LoadProblem, { problem: { what: 'weights', reason: 'offline' }, onretry: other });
  gone.unmount();
  await fireEvent.click(screen.getAllByRole('button', { name: 'Try again' })[1]);
  expect([one, two, other].map((retry) => retry.mock.calls.length)).toEqual([1, 1, 0]);
});

test.each([
  [404, ['Try again', 'Load the page again']],
  [503, ['Try again']],
])('after %d there are the buttons %s', async (status, names) => {
  const onretry = vi.fn();
  render(LoadProblem, { problem: { what: 'digits', reason: 'status', status }, onretry });
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(names);
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onretry).toHaveBeenCalledOnce();
});
