import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import StepLine from '$lib/pages/microscope/StepLine.svelte';

const stops = ['forward', 'forward', 'loss', 'backward', 'update'].map((phase, index) => ({
  phase,
  title: phase,
  words: `${phase} · step ${index}`,
}));

function setUp(position: number) {
  const onmove = vi.fn();
  const onstep = vi.fn();
  render(StepLine, { stops, position, onmove, onstep, grain: 'layer' });
  return { onmove, onstep };
}

test('its buttons go to the ends and step at the grain', async () => {
  const { onmove, onstep } = setUp(2);
  await userEvent.click(screen.getByRole('button', { name: 'Last step' }));
  await userEvent.click(screen.getByRole('button', { name: 'Step back' }));
  expect(onmove.mock.calls).toEqual([[4]]);
  expect(onstep.mock.calls).toEqual([[-1]]);
});

test('the line of steps is a slider that says where it stands', () => {
  setUp(3);
  const slider = screen.getByRole('slider', { name: 'Steps' });
  expect(slider).toHaveAttribute('aria-valuenow', '4');
  expect(slider).toHaveAttribute('aria-valuetext', '4 of 5, backward · step 3');
  expect(screen.getByText('4 of 5 · backward · step 3')).toBeInTheDocument();
});

test('Home, End and the arrows move along the line', async () => {
  const { onmove } = setUp(2);
  screen.getByRole('slider').focus();
  await userEvent.keyboard('{Home}{End}{ArrowRight}{ArrowLeft}');
  expect(onmove.mock.calls).toEqual([[0], [4], [3], [1]]);
});

test('left and right step from anywhere on the page, but not while one writes', async () => {
  const { onstep } = setUp(2);
  await userEvent.keyboard('{ArrowRight}');
  expect(onstep).toHaveBeenCalledExactlyOnceWith(1);
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onstep).toHaveBeenCalledOnce();
  field.remove();
});

test('play steps by itself until it is paused', async () => {
  vi.useFakeTimers();
  const { onstep } = setUp(2);
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  await user.click(screen.getByRole('button', { name: 'Play' }));
  vi.advanceTimersByTime(1000);
  expect(onstep).toHaveBeenCalledExactlyOnceWith(1);
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect(screen.getByRole('button', { name: 'Play' })).toBeInTheDocument();
  vi.useRealTimers();
});

test('the phases are named over their segments', () => {
  setUp(2);
  const titles = [...document.querySelectorAll('.phase')].map(
    (phase) =>
      `${phase.querySelector('.title')?.textContent}: ${phase.querySelectorAll('.segment').length}`,
  );
  expect(titles).toEqual(['forward: 2', 'loss: 1', 'backward: 1', 'update: 1']);
});

test('on a phone the rest of the controls is a touch away', async () => {
  setUp(2);
  const more = screen.getByRole('button', { name: 'More controls' });
  expect(more).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(more);
  expect(more).toHaveAttribute('aria-expanded', 'true');
});
