import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exerciseName, loadCell } from '$lib/cells';
import { ruleOf, settingOf, slipsOf, taskOf } from '$lib/exercises';
import type { Exercise, ExerciseItem } from '$lib/notebook';
import { progress } from '$lib/views/course/progress.svelte';

const seed = 7;
const depth: Exercise = {
  id: 'depth',
  kind: 'number',
  rule: 'convolution-parameters',
  minutes: 2,
  prompt: '<p>It reads <b>{{in}}</b> maps, with kernels of {{kernel}}.</p>',
  items: [],
  code: [],
  lesson: 'c3',
  place: 2,
  count: 4,
};
const setting = settingOf(ruleOf(depth), seed);
const right = String(ruleOf(depth).answer(setting)[0]);

const items = (...right: boolean[]): ExerciseItem[] =>
  right.map((isRight, i) => ({
    label: `Answer ${i}`,
    explanation: `<p>Reason ${i}.</p>`,
    right: isRight,
  }));

beforeEach(() => {
  vi.stubGlobal('crypto', { getRandomValues: (into: Uint32Array) => into.fill(seed) });
});
afterEach(() => {
  progress.erase();
  vi.unstubAllGlobals();
});

const show = async (exercise: Exercise) =>
  render(await loadCell(exerciseName(exercise)), { exercise });
const answer = () => screen.getByRole('textbox');
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const said = () => screen.getAllByRole('status').at(-1)!;

describe('an exercise with a number', () => {
  test('says its place, its length and the numbers that were drawn', async () => {
    await show(depth);
    expect(screen.getByRole('region', { name: 'Exercise 2 of 4' })).toBeInTheDocument();
    expect(screen.getByText('about 2 minutes')).toBeInTheDocument();
    expect(answer()).toHaveAccessibleName(
      `It reads ${setting['in']} maps, with kernels of ${setting['kernel']}.`,
    );
  });

  test('answers each slip by its own sentence, and marks the field until it is changed', async () => {
    await show(depth);
    const sentences = new Set<string>();
    for (const { values } of slipsOf(ruleOf(depth), setting)) {
      await userEvent.clear(answer());
      await userEvent.type(answer(), `${values[0]}{Enter}`);
      expect(answer()).toBeInvalid();
      expect(said()).toHaveTextContent(/^not yet\. [\d,]+ is .* · .*\. .+/);
      sentences.add(said().querySelector('p')!.lastChild!.textContent!.trim());
    }
    expect(sentences.size).toBe(slipsOf(ruleOf(depth), setting).length);
    await userEvent.type(answer(), '0');
    expect(answer()).toBeValid();
    expect(said()).toHaveTextContent('');
  });

  test('takes a calculation, says right, shows how it is done, and draws anew', async () => {
    await show(depth);
    await userEvent.type(answer(), '６*0 + ' + right + '{Enter}');
    expect(said()).toHaveTextContent(/^right\. How it is done/);
    expect(said()).toHaveTextContent(`= ${Number(right).toLocaleString('en-US')}`);
    expect(screen.getByRole('heading', { name: /done ✓/ })).toBeInTheDocument();

    vi.stubGlobal('crypto', { getRandomValues: (into: Uint32Array) => into.fill(seed + 1) });
    await press('A new one');
    expect(answer()).toHaveValue('');
    expect(answer()).toHaveFocus();
    expect(answer()).not.toHaveAccessibleName(
      `It reads ${setting['in']} maps, with kernels of ${setting['kernel']}.`,
    );
    expect(screen.getByRole('heading', { name: /done ✓/ })).toBeInTheDocument();
  });

  test('answers nonsense plainly, and what is merely wrong with a hint', async () => {
    await show(depth);
    await userEvent.type(answer(), 'many{Enter}');
    expect(said()).toHaveTextContent(/^not yet\. A number belongs here/);
    await userEvent.clear(answer());
    await userEvent.type(answer(), '123457{Enter}');
    expect(said()).toHaveTextContent(/^not yet\. That is not it\. Begin with one kernel/);
  });

  test('gives its hints one at a time, then the way, and counts nothing as done', async () => {
    await show(depth);
    await press('A hint');
    expect(said()).toHaveTextContent(/^Begin with one kernel[^]*\?$/);
    await press('A hint');
    expect(said()).toHaveTextContent(/how many kernels are there\?$/);
    await press('Show me how');
    expect(said()).toHaveTextContent(/^How it is done One kernel is a block/);
    expect(answer()).toHaveValue(right);
    expect(screen.queryByRole('heading', { name: /done ✓/ })).not.toBeInTheDocument();
  });

  test('is found again as it was left', async () => {
    const { unmount } = await show(depth);
    await userEvent.type(answer(), '12{Enter}');
    unmount();
    vi.stubGlobal('crypto', { getRandomValues: (into: Uint32Array) => into.fill(seed + 1) });
    await show(depth);
    expect(answer()).toHaveValue('12');
    expect(answer()).toHaveAccessibleName(/^It reads/);
    expect(said()).toHaveTextContent('');
    await userEvent.clear(answer());
    await userEvent.type(answer(), `${right}{Enter}`);
    expect(said()).toHaveTextContent(/^right/);
  });

  test('says so where the browser keeps nothing, and goes on', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await show(depth);
    await userEvent.type(answer(), `${right}{Enter}`);
    expect(
      screen.getByText(/storage that this browser gives the page is full\. What you do here holds/),
    ).toBeInTheDocument();
    expect(said()).toHaveTextContent(/^right/);
    vi.restoreAllMocks();
  });
});

describe('an exercise with written answers', () => {
  const choice: Exercise = {
    ...depth,
    kind: 'choice',
    rule: undefined,
    prompt: '<p>Why?</p>',
    items: items(false, true, false),
  };

  test('that is a choice answers the chosen one by its reason', async () => {
    await show(choice);
    const group = within(screen.getByRole('radiogroup', { name: 'Why?' }));
    await press('Check');
    expect(said()).toHaveTextContent('not yet. Choose an answer first.');
    await userEvent.click(group.getByRole('radio', { name: 'Answer 2' }));
    await press('Check');
    expect(said()).toHaveTextContent('not yet. Reason 2.');
    await userEvent.click(group.getByRole('radio', { name: 'Answer 1' }));
    await press('Check');
    expect(said()).toHaveTextContent('right. How it is done Answer 1Reason 1.');
  });

  test('of which several are right says what is wrong before what is missing', async () => {
    await show({ ...choice, kind: 'ticks', items: items(true, false, true) });
    const tick = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }));
    await tick('Answer 0');
    await tick('Answer 1');
    await press('Check');
    expect(said()).toHaveTextContent('not yet. Reason 1.');
    await tick('Answer 1');
    await press('Check');
    expect(said()).toHaveTextContent('All that you ticked is right. Something is still missing.');
    await tick('Answer 2');
    await press('Check');
    expect(said()).toHaveTextContent(/^right/);
  });

  test('that make an order are moved by keys and by buttons, and keep the focus', async () => {
    await show({ ...choice, kind: 'order', items: items(false, false, false) });
    const labels = () =>
      within(screen.getByRole('list'))
        .getAllByRole('listitem')
        .map((row) => /Answer \d/.exec(row.textContent!)![0]);
    expect(labels()).not.toEqual(['Answer 0', 'Answer 1', 'Answer 2']);
    await press('Check');
    expect(said()).toHaveTextContent(/^not yet\. (Something else comes first|The first is right)/);
    const handle = () => screen.getByRole('button', { name: /^Move “Answer 0”/ });
    handle().focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(labels()[0]).toBe('Answer 0');
    expect(handle()).toHaveFocus();
    if (labels()[1] !== 'Answer 1') {
      await press('“Answer 1” up');
      expect(screen.getByText('“Answer 1” is now 2 of 3')).toBeInTheDocument();
    }
    await press('Check');
    expect(said()).toHaveTextContent(/^right/);
  });

  test('about code are said of the line that is chosen', async () => {
    const code = ['for x, y in loader:', '    loss = f(x, y)', '    loss.backward()', '    step()'];
    await show({
      ...choice,
      kind: 'bug',
      code,
      items: [
        { ...items(true)[0]!, label: '2, 3' },
        { ...items(false)[0]!, label: '1', explanation: '<p>The loop is fine.</p>' },
      ],
    });
    const line = (number: number) =>
      userEvent.click(screen.getByRole('button', { name: new RegExp(`^line ${number}:`) }));
    await line(1);
    await press('Check');
    expect(said()).toHaveTextContent('not yet. The loop is fine.');
    await line(4);
    await press('Check');
    expect(said()).toHaveTextContent('not yet. This line does what it should.');
    await line(3);
    await press('Check');
    expect(said()).toHaveTextContent('right. How it is done Reason 0.');
  });
});

describe('an exercise with a figure or a table', () => {
  test('takes a cell by its name and answers its slip', async () => {
    const tap: Exercise = {
      ...depth,
      kind: 'find',
      rule: 'tap-cell',
      prompt: '<p>Where? {{row}}</p>',
    };
    await show(tap);
    const { setting } = taskOf(tap, seed);
    await press('Check');
    expect(said()).toHaveTextContent('not yet. Choose a cell first.');
    const cell = (row: number, column: number) => {
      screen.getByRole('grid').focus();
      return userEvent.keyboard(
        `{Control>}{Home}{/Control}${'{ArrowDown}'.repeat(row)}${'{ArrowRight}'.repeat(column)}{Enter}`,
      );
    };
    await cell(setting['row']!, setting['column']!);
    await press('Check');
    expect(said()).toHaveTextContent('not yet. There the window begins.');
    await cell(setting['row']! + setting['down']!, setting['column']! + setting['across']!);
    expect(said()).not.toHaveTextContent('not yet');
    await press('Check');
    expect(said()).toHaveTextContent(/^right/);
  });

  test('marks the layers that are not right, and names the first with its slip', async () => {
    const layers: Exercise = {
      ...depth,
      kind: 'table',
      rule: 'seven-layers',
      prompt: '<p>Fill in.</p>',
    };
    await show(layers);
    const { right } = taskOf(layers, seed);
    const fields = screen.getAllByRole('textbox');
    expect(fields).toHaveLength(7);
    for (const [i, field] of fields.entries())
      await userEvent.type(field, i === 4 ? '7' : right[i]!);
    await press('Check');
    expect(fields.filter((field) => field.matches('[aria-invalid="true"]'))).toEqual([fields[4]]);
    expect(said()).toHaveTextContent(/^not yet\. C5: /);
    await userEvent.clear(fields[4]!);
    await userEvent.type(fields[4]!, right[4]!);
    await press('Check');
    expect(said()).toHaveTextContent(/^right/);
  });
});
