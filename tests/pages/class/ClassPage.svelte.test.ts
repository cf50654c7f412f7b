import { configure, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { assignmentId, taskOf, writeAssignment } from '$lib/exercises';
import type { Exercise } from '$lib/notebook';
import ClassPage from '$lib/pages/class/ClassPage.svelte';
import { codeOf, textsIn } from '$lib/pages/class/code';
import '$lib/views/exercise/kinds/TextExercise.svelte';
import '$lib/views/exercise/words/parameters';
import { progress } from '$lib/views/course/progress.svelte';

const parameters: Exercise = {
  id: 'parameters',
  kind: 'number',
  rule: 'convolution-parameters',
  minutes: 2,
  prompt: '<p>It reads {{in}} maps.</p>',
  items: [],
  code: [],
  lesson: 'c3',
  place: 2,
  count: 4,
};
const lessons = [
  {
    slug: 'c3',
    number: 7,
    title: 'C3',
    exercises: [
      { id: 'parameters', minutes: 2, text: 'It reads … maps.' },
      { id: 'tap', minutes: 3, text: 'Which cell?' },
    ],
  },
];
const set = { title: 'Week 3', until: 'Friday', seed: 11, exercises: ['c3/parameters'] };

beforeAll(() => configure({ asyncUtilTimeout: 10_000 }));
afterAll(() => configure({ asyncUtilTimeout: 1000 }));
beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify([parameters])));
});
afterEach(() => {
  vi.unstubAllGlobals();
  progress.erase();
  history.replaceState(null, '', '/');
});

test('a teacher chooses exercises and gets the link to their set', async () => {
  render(ClassPage, { lessons });
  expect(screen.getByText('Choose at least one exercise.')).toBeInTheDocument();
  await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'Week 3');
  await userEvent.click(screen.getByText('7 · C3'));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Which cell?' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'It reads … maps.' }));
  expect(screen.getByText('2 exercises, about 5 minutes')).toBeInTheDocument();
  const link = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Link to the set' });
  expect(link.value).toMatch(/\/en\/class\?do=c3\/parameters,c3\/tap&title=Week%203$/);
  await userEvent.click(screen.getByRole('checkbox', { name: 'The same numbers for everybody' }));
  expect(link.value).toMatch(/&seed=\d+&/);
});

test('a set is answered, handed in as a code, and read with its right answers', async () => {
  history.replaceState(null, '', `/en/class${writeAssignment(set)}`);
  const { unmount } = render(ClassPage, { lessons });
  const card = await screen.findByRole('region', { name: /^Exercise 1 of 1/ });
  expect(screen.getByRole('heading', { level: 1, name: 'Week 3' })).toBeInTheDocument();
  expect(screen.getByText('Until: Friday')).toBeInTheDocument();
  const answer = within(card).getByRole('textbox');
  await userEvent.type(answer, '1{Enter}');
  await expect.poll(() => card.textContent).toMatch(/not yet/);
  const { seed } = progress.exercise(`set-${assignmentId(set)}`, 'c3/parameters')!;
  await userEvent.clear(answer);
  await userEvent.type(answer, `${taskOf(parameters, seed).right[0]}{Enter}`);
  await expect.poll(() => screen.queryByText(/1 of 1 are right so far/)).toBeTruthy();
  expect(progress.exercise('c3', 'parameters')).toBeUndefined();
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), '韩梅梅');
  const code = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Code' }).value;
  unmount();

  history.replaceState(null, '', '/en/class');
  render(ClassPage, { lessons });
  const changed = codeOf(textsIn(code)[0]!.replace('韩', '赵'));
  await userEvent.click(screen.getByRole('textbox', { name: 'Codes, one after another' }));
  await userEvent.paste(`${code}\n${changed} lenet5.%%`);
  await userEvent.click(screen.getByRole('button', { name: 'Read' }));
  const row = await screen.findByRole('row', { name: /韩梅梅 1 of 1 right 2 tries/ });
  expect(within(row).queryByText('changed')).not.toBeInTheDocument();
  const other = screen.getByRole('row', { name: /赵梅梅/ });
  expect(within(other).getByText('changed')).toBeInTheDocument();
  expect(screen.getByText('These are no answers: what was pasted')).toBeInTheDocument();
  expect(screen.getByText(/who wants to cheat can compute the checksum too/)).toBeInTheDocument();
});
