import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Bars from '$lib/figures/Bars.svelte';

const values = [0.1, 0.7, 0.2];

const textsOf = () =>
  within(screen.getByRole('list', { name: 'Probabilities' }))
    .getAllByRole('listitem')
    .map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
/** The class of what is green, if anything is. */
const green = (container: HTMLElement) =>
  Array.from(container.querySelectorAll('.right'), (row) => row.textContent?.trim()[0]);

test('a wrong answer is not green; it and the truth are named in words', () => {
  const { container } = render(Bars, { values, label: 'Probabilities', answer: 2 });
  expect(textsOf()).toEqual([
    '0 10.0%',
    '1 70.0% says 1 ✗ the answer, and wrong',
    '2 20.0% is 2 the true class',
  ]);
  expect(green(container)).toEqual([]);
});

test('a right answer is green and said to be right', () => {
  const { container } = render(Bars, { values, label: 'Probabilities', answer: 1 });
  expect(textsOf()).toEqual(['0 10.0%', '1 70.0% says 1 ✓ the answer, and right', '2 20.0%']);
  expect(green(container)).toEqual(['1']);
});

test('where the truth is not known, nothing is judged', () => {
  const { container } = render(Bars, { values, label: 'Probabilities' });
  expect(textsOf()).toEqual(['0 10.0%', '1 70.0% says 1 the answer', '2 20.0%']);
  expect(green(container)).toEqual([]);
});

test('in a strip signs stand for the words', () => {
  render(Bars, { values, label: 'Probabilities', answer: 2, compact: true });
  expect(textsOf()).toEqual([
    '0 0.10',
    '1 0.70 ✗ the answer, and wrong',
    '2 0.20 ◂ the true class',
  ]);
});

test('probabilities that are not numbers answer nothing', () => {
  const { container } = render(Bars, { values: [NaN, NaN], label: 'Probabilities', answer: 1 });
  expect(green(container)).toEqual([]);
  expect(textsOf()[1]).toContain('is 1');
});

test('a press on a bar picks its class', async () => {
  const onpick = vi.fn();
  render(Bars, { values, label: 'Probabilities', onpick });
  await userEvent.click(screen.getByRole('button', { name: /^1/ }));
  expect(onpick).toHaveBeenCalledExactlyOnceWith(1);
});

test('before there is an answer nothing is said and no number is shown', () => {
  render(Bars, { values: [0, 0, 0], label: 'Probabilities', answer: 1, isEmpty: true });
  expect(textsOf()).toEqual(['0', '1', '2']);
});

test('each bar can lead somewhere', () => {
  render(Bars, { values, label: 'Probabilities', href: (index) => `/step?open=${index}` });
  expect(screen.getByRole('link', { name: /^2/ })).toHaveAttribute('href', '/step?open=2');
});
