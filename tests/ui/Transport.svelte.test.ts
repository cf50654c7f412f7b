import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import Transport from '$lib/ui/Transport.svelte';

afterEach(() => vi.useRealTimers());

/** The transport, with a position that follows what it asks for. */
function setUp(props: { position: number; isRound?: boolean; canGoBack?: boolean; pace?: number }) {
  const onmove = vi.fn((position: number) => view.rerender({ position }));
  const view = render(Transport, { count: 5, pace: 100, playing: false, ...props, onmove });
  return { onmove, view };
}
const button = (name: string) => screen.getByRole('button', { name });

test.each([
  ['First step', 0],
  ['Step back', 1],
  ['Step', 3],
  ['Last step', 4],
])('from position 2 of 5, “%s” leads to %i', async (name, target) => {
  const { onmove } = setUp({ position: 2 });
  await userEvent.click(button(name));
  expect(onmove.mock.calls).toEqual([[target]]);
});

test('a button that has led to the end keeps the focus, and leads no further', async () => {
  const { onmove } = setUp({ position: 3 });
  await userEvent.click(button('Step'));
  expect(button('Step')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onmove.mock.calls).toEqual([[4]]);
});

test('at either end the buttons that lead beyond it are off', async () => {
  const { view } = setUp({ position: 0 });
  const off = () =>
    screen
      .getAllByRole('button')
      .filter((each) => each.getAttribute('aria-disabled') === 'true')
      .map((each) => each.getAttribute('aria-label') ?? each.textContent.trim());
  expect(off()).toEqual(['First step', 'Step back']);
  await view.rerender({ position: 4 });
  expect(off()).toEqual(['Step', 'Last step']);
  await view.rerender({ position: 0, canGoBack: true });
  expect(off()).toEqual(['First step']);
});

test('round, there are no ends: after the last comes the first', async () => {
  const { onmove } = setUp({ position: 4, isRound: true });
  expect(screen.queryByRole('button', { name: 'First step' })).toBeNull();
  await userEvent.click(button('Step'));
  await userEvent.click(button('Step back'));
  expect(onmove.mock.calls).toEqual([[0], [4]]);
});

function play() {
  vi.useFakeTimers();
  return userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
}

test('play moves at its pace and stops at the end; from there it begins anew', async () => {
  const user = play();
  const { onmove } = setUp({ position: 2 });
  await user.click(button('Play'));
  await vi.advanceTimersByTimeAsync(150);
  expect(onmove.mock.calls).toEqual([[3]]);
  await vi.advanceTimersByTimeAsync(400);
  expect(onmove.mock.calls).toEqual([[3], [4]]);
  expect(button('Play')).toHaveAttribute('aria-pressed', 'false');
  await user.click(button('Play'));
  expect(onmove).toHaveBeenLastCalledWith(0);
  expect(button('Pause')).toHaveAttribute('aria-pressed', 'true');
});

test('pause, a step and an end each stop it', async () => {
  const user = play();
  const { onmove, view } = setUp({ position: 1 });
  for (const name of ['Pause', 'Step back', 'First step']) {
    await view.rerender({ position: 1 });
    await user.click(button('Play'));
    await user.click(button(name));
    onmove.mockClear();
    await vi.advanceTimersByTimeAsync(500);
    expect(onmove).not.toHaveBeenCalled();
  }
});

test('what is faster than the screen passes positions over, as far as the last', async () => {
  const user = play();
  const { onmove } = setUp({ position: 0, pace: 5 });
  await user.click(button('Play'));
  await vi.advanceTimersByTimeAsync(64);
  const seen = onmove.mock.calls.map(([position]) => position);
  expect(seen.length).toBeLessThan(4);
  expect(seen.at(-1)).toBe(4);
});

test('steps of its own are taken one at a time', async () => {
  const user = play();
  const onstep = vi.fn();
  render(Transport, { count: 5, position: 2, pace: 100, playing: false, onmove: vi.fn(), onstep });
  await user.click(button('Step back'));
  expect(onstep).toHaveBeenLastCalledWith(-1);
  await user.click(button('Play'));
  await vi.advanceTimersByTimeAsync(250);
  expect(onstep.mock.calls).toEqual([[-1], [1], [1]]);
});
