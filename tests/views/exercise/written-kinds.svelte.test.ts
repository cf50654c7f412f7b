import '../../figures/no-canvas';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { exerciseName, loadCell } from '$lib/cells';
import type { Exercise } from '$lib/notebook';
import '$lib/views/exercise/words/formulas';
import '$lib/views/exercise/words/paint';
import { progress } from '$lib/views/course/progress.svelte';

const plain: Exercise = {
  id: 'one',
  kind: 'formula',
  rule: 'window-count',
  minutes: 1,
  prompt: '<p>How many?</p>',
  items: [],
  code: [],
  lesson: 'c1',
  place: 1,
  count: 1,
};
afterEach(() => progress.erase());
const show = async (change: Partial<Exercise>) => {
  const exercise = { ...plain, ...change };
  render(await loadCell(exerciseName(exercise)), { exercise });
};
const check = () => userEvent.click(screen.getByRole('button', { name: 'Check' }));
const said = () =>
  screen.getAllByRole('status').at(-1)!.textContent!.replaceAll(/\s+/g, ' ').trim();

test('a formula is answered by its slip, by where it is wrong, and by its value', async () => {
  await show({});
  const field = screen.getByRole('textbox', { name: 'How many?' });
  await userEvent.type(field, 'many');
  await check();
  await expect.poll(said).toMatch(/A formula in n, k, p, s belongs here/);
  for (const [text, reply] of [
    ['n + 2p - k + 1', /not yet\. That leaves out the stride\./],
    ['n + 99', /not yet\. With n = \d+, k = \d, p = \d, s = \d that makes \d+/],
    ['1 + floor((n - k + 2p)/s)', /right\. How it is done .*⌊\(n \+ 2p − k\) \/ s⌋ \+ 1/],
  ] as const) {
    await userEvent.clear(field);
    await userEvent.type(field, text);
    await check();
    await expect.poll(said).toMatch(reply);
  }
  expect(screen.getByRole('button', { name: 'Once more' })).toBeInTheDocument();
});

test('a kernel is painted by keys, and what it lights is said', async () => {
  await show({ kind: 'paint', rule: 'top-edge' });
  await check();
  await expect.poll(said).toMatch(/It lights no edge/);
  const grid = screen.getByRole('grid', { name: 'kernel' });
  grid.focus();
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  for (let column = 0; column < 3; column++) await userEvent.keyboard('{Enter}{Enter}{ArrowRight}');
  expect(screen.getAllByText('row 0, column 2: −1')).not.toHaveLength(0);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  for (let column = 0; column < 3; column++) await userEvent.keyboard('{Enter}{ArrowLeft}');
  expect(
    screen.getByRole('img', { name: /^after the ReLU: [1-9]\d* of 144 lit$/ }),
  ).toBeInTheDocument();
  await check();
  await expect.poll(said).toMatch(/^right\./);
});

test('a line of code is written anew in its place', async () => {
  await show({
    kind: 'mend',
    rule: undefined,
    line: 2,
    code: ['loss = f(x)', '    loss.backward'],
    items: [
      { label: '<code>loss.backward()</code>', explanation: '<p>It is called.</p>', right: true },
      { label: '<code>backward()</code>', explanation: '<p>Of the loss.</p>', right: false },
    ],
  });
  const field = screen.getByRole('textbox', { name: 'How many? line 2' });
  expect(field).toHaveValue('loss.backward');
  await check();
  await expect.poll(said).toMatch(/The line is as it was/);
  await userEvent.clear(field);
  await userEvent.type(field, 'backward( )');
  await check();
  await expect.poll(said).toMatch(/not yet\. Of the loss\./);
  await userEvent.clear(field);
  await userEvent.type(field, 'loss.backward()  # now{Enter}');
  await expect.poll(said).toMatch(/right\. .*It is called\./);
});
