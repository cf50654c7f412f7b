import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import Question from '$lib/views/question/Question.svelte';

const question = {
  prompt: '<p>How many parameters?</p>',
  options: [
    { label: '416', explanation: '<p>One sheet each.</p>', right: false },
    { label: '2,416', explanation: '<p>A block each.</p>', right: true },
  ],
};

test('asks, and says nothing before an answer', () => {
  render(Question, question);
  expect(screen.getByRole('group', { name: 'How many parameters?' })).toBeInTheDocument();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent?.trim())).toEqual([
    '416',
    '2,416',
  ]);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('says that what belongs to it waits for an answer, until there is one, right or not', async () => {
  render(Question, question);
  const section = screen.getByRole('group', { name: 'Before you read on' });
  expect(section).toHaveClass('open');
  expect(section).toHaveTextContent(/With your answer/);
  await userEvent.click(screen.getByRole('button', { name: '416' }));
  expect(section).not.toHaveClass('open');
  expect(section).not.toHaveTextContent(/With your answer/);
});

test('a wrong answer is marked and explained, and stays marked after the right one', async () => {
  render(Question, question);
  await userEvent.click(screen.getByRole('button', { name: '416' }));
  expect(screen.getByRole('status')).toHaveTextContent('One sheet each.');
  expect(screen.getByRole('button', { name: '416 (not so ✗)' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await userEvent.click(screen.getByRole('button', { name: '2,416' }));
  expect(screen.getByRole('status')).toHaveTextContent('A block each.');
  expect(screen.getByRole('button', { name: '2,416 (right ✓)' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '416 (not so ✗)' })).toBeInTheDocument();
});

test('an answer is given from the keyboard', async () => {
  render(Question, question);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent('A block each.');
});
