import { exampleNotebook } from '$lib/pages/scratch/example';
import ScratchNotebook from '$lib/pages/scratch/ScratchNotebook.svelte';
import { writeNotebook, type Notebook } from '$lib/notebook/formula';
import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InPageWorker } from '../../views/formula/in-page-worker';

const small: Notebook = {
  title: 'Mine',
  cells: [
    { id: 'a', type: 'formula', title: 'First', source: 'a = 2' },
    { id: 'b', type: 'formula', title: 'Second', source: 'b = a + 1' },
    { id: 't', type: 'text', title: '', source: 'b is {b}.' },
  ],
};

const kept = () => localStorage.getItem('scratch-notebook');
const names = () => screen.getAllByRole('region').map((cell) => cell.getAttribute('aria-label'));
const cell = (name: RegExp) => within(screen.getByRole('region', { name }));

async function open(notebook: Notebook | string | undefined = small) {
  if (notebook !== undefined) {
    const text = typeof notebook === 'string' ? notebook : writeNotebook(notebook);
    localStorage.setItem('scratch-notebook', text);
  }
  const onleavelink = vi.fn();
  render(ScratchNotebook, { onleavelink });
  await screen.findByRole('toolbar', { name: 'Notebook' });
  return { user: userEvent.setup(), onleavelink };
}

beforeEach(() => {
  localStorage.clear();
  location.hash = '';
  vi.stubGlobal('Worker', InPageWorker);
  // jsdom lays nothing out, and so has neither sizes nor motion.
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.getAnimations = () => [];
});
afterEach(() => vi.unstubAllGlobals());

test('begins with an example that computes something', async () => {
  localStorage.clear();
  render(ScratchNotebook, { onleavelink: () => {} });
  expect(await screen.findByDisplayValue(exampleNotebook('en').title)).toBeVisible();
  expect(await screen.findByText('156', { selector: '.prose .number' })).toBeVisible();
  expect(kept()).toBeNull();
});

test('shows what was kept, and computes it', async () => {
  await open();
  expect(names()).toEqual(['Cell 1: Formula, First', 'Cell 2: Formula, Second', 'Cell 3: Text']);
  expect(await screen.findByText('3', { selector: '.prose .number' })).toBeVisible();
});

test('an edit reaches what depends on it, and is saved', async () => {
  const { user } = await open();
  const field = await screen.findByRole('textbox', { name: 'a' });
  await user.clear(field);
  await user.type(field, '40');
  expect(await screen.findByText('41', { selector: '.prose .number' })).toBeVisible();
  await waitFor(() => expect(kept()).toContain('a = 40'));
});

test('a cell is added where it was asked for, ready to be written', async () => {
  const { user } = await open();
  const group = within(screen.getByRole('group', { name: 'Add a cell after cell 1' }));
  await user.click(group.getByRole('button', { name: 'Add Formula' }));
  expect(names()[1]).toBe('Cell 2: Formula');
  const source = screen.getByRole('textbox', { name: 'Formula source' });
  expect(source).toHaveFocus();
  await user.type(source, 'c = a * 10');
  await waitFor(() => expect(kept()).toContain('c = a * 10'));
});

test('a slider is a name that the rest can use', async () => {
  const { user } = await open({ title: '', cells: [] });
  expect(screen.getByText('This notebook is empty. Add a cell below.')).toBeVisible();
  const add = within(screen.getByRole('group', { name: 'Add' }));
  await user.click(add.getByRole('button', { name: 'Add Slider' }));
  await user.click(add.getByRole('button', { name: 'Add Text' }));
  await user.type(screen.getByRole('textbox', { name: 'Text' }), 'a is {{a}');
  expect(await screen.findByText('5', { selector: '.prose .number' })).toBeVisible();
});

describe('the order', () => {
  test('changes by buttons and by arrow keys, and the control keeps the focus', async () => {
    const { user } = await open();
    await user.click(cell(/Cell 1/).getByRole('button', { name: 'Move down' }));
    await waitFor(() => expect(names()[1]).toBe('Cell 2: Formula, First'));
    expect(screen.getByText('Moved to place 2 of 3.')).toBeVisible();
    await waitFor(() =>
      expect(cell(/First/).getByRole('button', { name: 'Move down' })).toHaveFocus(),
    );
    cell(/First/).getByRole('button', { name: /drag/ }).focus();
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(names()[0]).toBe('Cell 1: Formula, First'));
    expect(cell(/First/).getByRole('button', { name: /drag/ })).toHaveFocus();
  });

  test('does not matter to what is computed', async () => {
    const { user } = await open();
    await user.click(cell(/Cell 1/).getByRole('button', { name: 'Move down' }));
    expect(await screen.findByText('3', { selector: '.number' })).toBeVisible();
  });
});

test('a deleted cell comes back with undo, and goes again with redo', async () => {
  const { user } = await open();
  await user.click(cell(/Second/).getByRole('button', { name: 'Delete' }));
  expect(names()).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(names()).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Redo' }));
  expect(names()).toHaveLength(2);
  screen.getByRole('button', { name: 'Undo' }).focus();
  await user.keyboard('{Control>}z{/Control}');
  expect(names()).toHaveLength(3);
});

describe('a file', () => {
  const file = (text: string) => new File([text], 'notebook.json', { type: 'application/json' });

  test('is imported, and undo brings back what was there', async () => {
    const { user } = await open();
    await user.upload(screen.getByLabelText('Import'), file(writeNotebook(exampleNotebook('en'))));
    expect(await screen.findByDisplayValue(exampleNotebook('en').title)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByDisplayValue('Mine')).toBeVisible();
  });

  test.each([
    ['{"format":', 'it stops being JSON at line 1, column 11.'],
    ['{}', 'it is not a notebook of this site.'],
    [
      JSON.stringify({ format: 'lenet5-notebook', version: 1, cells: [{ id: 'a', type: 'x' }] }),
      'at cells[1].type, the type must be formula, text, slider or plot.',
    ],
  ])('%s is refused with its reason; what is here stays', async (text, reason) => {
    const { user } = await open();
    await user.upload(screen.getByLabelText('Import'), file(text));
    expect(await screen.findByText(new RegExp(reason.replace(/[[\].]/g, '\\$&')))).toBeVisible();
    expect(screen.getByDisplayValue('Mine')).toBeVisible();
  });
});

describe('what was kept and cannot be read any more', () => {
  const aside = () => localStorage.getItem('scratch-notebook-unreadable');

  test('says why and where, and is not lost when something is changed', async () => {
    const { user } = await open('{"broken"');
    expect(screen.getByText(/could not be opened: it stops being JSON at line 1/)).toBeVisible();
    expect(kept()).toBe('{"broken"');
    await user.type(screen.getByLabelText('Title of the notebook'), '!');
    await waitFor(() => expect(kept()).toContain('!'));
    expect(aside()).toBe('{"broken"');
    expect(screen.getByRole('button', { name: 'Download its text' })).toBeVisible();
  });

  test('goes when it is discarded', async () => {
    const { user } = await open('{"broken"');
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    expect(screen.queryByText(/could not be opened/)).toBeNull();
    expect([kept(), aside()]).toEqual([null, null]);
  });
});

test('what another tab saves is shown here too, and undo brings back what stood here', async () => {
  const { user } = await open();
  const newValue = writeNotebook({ ...small, title: 'From the other tab' });
  window.dispatchEvent(
    new StorageEvent('storage', {
      key: 'scratch-notebook',
      newValue,
      storageArea: localStorage,
    }),
  );
  expect(await screen.findByDisplayValue('From the other tab')).toBeVisible();
  expect(screen.getByText(/changed in another tab/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByDisplayValue('Mine')).toBeVisible();
});

test('a broken link says so, and the reader’s own notebook is shown', async () => {
  location.hash = '#notebook=AAAA';
  const { onleavelink } = await open();
  expect(screen.getByText(/the link is damaged or incomplete/)).toBeVisible();
  expect(screen.getByDisplayValue('Mine')).toBeVisible();
  expect(onleavelink).toHaveBeenCalledOnce();
});
