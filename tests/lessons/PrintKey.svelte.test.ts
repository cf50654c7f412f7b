import { render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { taskOf } from '$lib/exercises';
import type { Exercise, ExerciseKind, Lesson } from '$lib/notebook';
import { giveKey, keyOf } from '$lib/views/exercise/key';
import PrintKey from '../../src/routes/[lang=lang]/lessons/[slug]/PrintKey.svelte';

const exercise = (kind: ExerciseKind, id: string, place: number, more: Partial<Exercise>): Exercise => ({
  id,
  kind,
  minutes: 1,
  prompt: '',
  items: [],
  code: [],
  lesson: 'c3',
  place,
  count: 3,
  ...more,
});
const items = ['first', 'second', 'third'].map((label, at) => ({ label, explanation: '', right: at !== 1 }));
const number = exercise('number', 'count', 1, { rule: 'convolution-parameters' });
const ticks = exercise('ticks', 'which', 2, { items });
const order = exercise('order', 'row', 3, { items });

const lesson: Lesson = {
  slug: 'c3',
  number: 1,
  language: 'en',
  minutes: 1,
  title: 'A kernel has depth',
  kicker: '',
  lead: '',
  summary: '',
  steps: [
    {
      id: 'a',
      title: 'A',
      segments: [
        {
          kind: 'question',
          prompt: '',
          options: [
            { label: 'No', explanation: '<p>Wrong.</p>', right: false },
            { label: 'Yes', explanation: '<p>Because.</p>', right: true },
          ],
        },
        ...[number, ticks, order].map((one) => ({ kind: 'exercise' as const, exercise: one })),
      ],
    },
  ],
};

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

describe('the key of a printed lesson', () => {
  test('is the right answer to the numbers that were drawn', () => {
    const task = taskOf(number, 7);
    expect(keyOf(number, task)).toBe(task.right[0]);
    expect(task.judge([keyOf(number, task)])).toEqual({ is: 'right' });
    expect(keyOf(number, taskOf(number, 8))).not.toBe(keyOf(number, task));
    expect(keyOf(ticks, taskOf(ticks, 1))).toBe('first; third');
    expect(keyOf(order, taskOf(order, 1))).toBe('1. first 2. second 3. third');
  });

  test('holds what the page shows when it is printed', () => {
    render(PrintKey, { lesson });
    ends.push(giveKey('count', () => '<b>456</b>'), giveKey('which', () => 'first'));
    dispatchEvent(new Event('beforeprint'));
    expect(screen.getByText('Key: A kernel has depth')).toBeInTheDocument();
    const [question, count, which, row] = screen.getAllByRole('listitem', { hidden: true });
    expect(question).toHaveTextContent('Question 1: Yes Because.');
    expect(count).toHaveTextContent('Exercise 1: 456');
    expect(which).toHaveTextContent('Exercise 2: first');
    expect(row).toHaveTextContent('Exercise 3:');
  });
});
