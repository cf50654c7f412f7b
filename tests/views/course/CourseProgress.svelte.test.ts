import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import CourseProgress from '$lib/views/course/CourseProgress.svelte';
import { progress } from '$lib/views/course/progress.svelte';

const lessons = [
  { slug: 'c1', title: 'C1', steps: [], exercises: ['shape'] },
  {
    slug: 'c3',
    title: 'C3',
    steps: [{ id: 'block', title: 'A block' }],
    exercises: ['depth', 'tap'],
  },
];

// What another file has left in the one progress that there is.
beforeEach(() => progress.erase());

afterEach(() => {
  progress.erase();
  vi.unstubAllGlobals();
});

test('says nothing to who begins', () => {
  render(CourseProgress, { lessons });
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
});

test('leads to where the reader stopped, and says what is done', () => {
  progress.keep('c3', 'depth', { seed: 1, answer: ['3'], done: true });
  progress.keep('c3', 'tap', { seed: 1, answer: [], done: false });
  progress.visit('c3', 'block');
  render(CourseProgress, { lessons });
  expect(
    screen.getByRole('link', { name: 'Continue where you stopped' }).getAttribute('href'),
  ).toMatch(/\/lessons\/c3#block$/);
  expect(screen.getByRole('region', { name: 'Your progress' })).toHaveTextContent(
    '1 of 3 exercises done.',
  );
});

test('gives all of it as a file, and erases it after asking once more', async () => {
  progress.keep('c3', 'depth', { seed: 1, answer: ['3'], done: true });
  const blobs: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => {},
    }),
  );
  render(CourseProgress, { lessons });
  await userEvent.click(screen.getByRole('button', { name: 'Save as a file' }));
  expect(blobs).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(progress.isEmpty).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
  await userEvent.click(screen.getByRole('button', { name: 'Erase all of it' }));
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
  expect(progress.isEmpty).toBe(true);
});
