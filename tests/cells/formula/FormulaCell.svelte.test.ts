import { rememberedEdit } from '$lib/cells/formula/edits';
import FormulaCell from '$lib/cells/formula/FormulaCell.svelte';
import { prepareFormula } from '$lib/cells/formula/prepare';
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InPageWorker } from '../../views/formula/in-page-worker';

const props = prepareFormula({
  id: 'size',
  source: 'O = floor((W - K + 2*P)/S) + 1; W = 28; K = 5; P = 0; S = 1',
  caption: 'Output size',
});
const key = rememberedEdit(location.pathname, 'size').key;
// Called with `new`, so it must be a function that has a `this`.
const createWorker = vi.fn(function (): Worker {
  return new InPageWorker();
});

/** The TeX that KaTeX keeps with each formula it draws. */
const shownTex = () =>
  [...document.querySelectorAll('annotation')].map((annotation) => annotation.textContent);

beforeEach(() => {
  localStorage.clear();
  createWorker.mockClear();
  vi.stubGlobal('Worker', createWorker);
});
afterEach(() => vi.unstubAllGlobals());

test('is shown as the build computed it, without a worker', async () => {
  render(FormulaCell, props);
  expect(screen.getByRole('group', { name: 'Output size' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'K' })).toHaveValue('5');
  await waitFor(() => expect(shownTex().join()).toContain('28 - 5 + 2 \\cdot 0'));
  expect(createWorker).not.toHaveBeenCalled();
});

test('a number typed into a field is put in, kept on this machine, and can be taken back', async () => {
  const user = userEvent.setup();
  render(FormulaCell, props);
  const field = screen.getByRole('textbox', { name: 'K' });
  await user.clear(field);
  await user.type(field, '３');
  await waitFor(() =>
    expect(shownTex().join()).toContain('28 - 3 + 2 \\cdot 0}{1} \\right\\rfloor + 1 = 26'),
  );
  expect(localStorage.getItem(key)).toContain('K = 3');

  await user.click(screen.getByRole('button', { name: 'Back to the original' }));
  await waitFor(() => expect(shownTex().join()).toContain('28 - 5'));
  expect(localStorage.getItem(key)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Back to the original' })).toBeNull();
});

test('letters in a field have a sentence beside them, and change nothing', async () => {
  const user = userEvent.setup();
  render(FormulaCell, props);
  const field = screen.getByRole('textbox', { name: 'K' });
  await user.clear(field);
  await user.type(field, 'abc');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('A number belongs here.');
  expect(localStorage.getItem(key)).toBeNull();
});

test('the formula itself can be rewritten; a mistake says so and the rest goes on', async () => {
  const user = userEvent.setup();
  render(FormulaCell, props);
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  const source = screen.getByRole('textbox', { name: 'Formula source' });
  await user.clear(source);
  await user.type(source, 'O = W*2; W = 4; y = (1');
  expect(await screen.findByText('A closing bracket is missing.')).toBeVisible();
  await waitFor(() => expect(shownTex().join()).toContain('= 4 \\cdot 2 = 8'));
});

test('an edit of an earlier visit stands there again', async () => {
  localStorage.setItem(key, 'O = W; W = 7');
  render(FormulaCell, props);
  expect(await screen.findByRole('textbox', { name: 'W' })).toHaveValue('7');
  expect(screen.getByRole('button', { name: 'Back to the original' })).toBeVisible();
});

test('an edit in another tab is followed', async () => {
  render(FormulaCell, props);
  const change = { key, newValue: 'O = W; W = 7', storageArea: localStorage };
  window.dispatchEvent(new StorageEvent('storage', change));
  expect(await screen.findByRole('textbox', { name: 'W' })).toHaveValue('7');
});

test('where the browser has no room left, the edit holds and the page says so', async () => {
  const user = userEvent.setup();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  render(FormulaCell, props);
  const field = screen.getByRole('textbox', { name: 'P' });
  await user.clear(field);
  await user.type(field, '2');
  expect(await screen.findByText(/is full. Your edit will be gone when you leave/)).toBeVisible();
  await waitFor(() => expect(shownTex().join()).toContain('= 28'));
  vi.restoreAllMocks();
});

test('where the worker cannot be loaded, the page says so', async () => {
  const user = userEvent.setup();
  const broken = new InPageWorker();
  broken.postMessage = () => broken.onerror?.(new ErrorEvent('error', { cancelable: true }));
  createWorker.mockImplementationOnce(function () {
    return broken;
  });
  render(FormulaCell, props);
  await user.click(screen.getByRole('textbox', { name: 'P' }));
  expect(await screen.findByText(/could not be loaded/)).toBeVisible();
});
