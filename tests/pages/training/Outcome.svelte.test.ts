import { readFile } from 'node:fs/promises';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Outcome from '$lib/views/runs/outcome/Outcome.svelte';
import { defaultSettings, type Settings } from '$lib/training';

vi.mock('$app/paths', () => ({ base: '' }));
beforeEach(() =>
  vi.stubGlobal('fetch', async () => new Response(await readFile('static/data/mini.bin'))),
);
afterEach(() => vi.unstubAllGlobals());

/** Of 500 digits that are all sevens, the first 450 are read right; 30 are taken for a 1, 20 for a 2. */
const outcome = {
  losses: Float32Array.from({ length: 500 }, (_, i) => i / 100),
  predicted: new Uint8Array(500).fill(7).fill(1, 450).fill(2, 480),
  labels: new Uint8Array(500).fill(7),
};

function open(settings: Settings = defaultSettings, keptAs: string | undefined = 'a1') {
  render(Outcome, { outcome, settings, keptAs });
  return userEvent.setup();
}

test('a cell of the table opens its digits, the largest loss first, each a link into the microscope', async () => {
  const user = open();
  const table = screen.getByRole('table');
  expect(within(table).getByRole('row', { name: /^7 .*90\.0%$/ })).toBeVisible();
  await user.click(within(table).getByRole('button', { name: /^30/ }));
  expect(screen.getByText(/7s taken for a 1 \(30\)/)).toBeVisible();
  const [first] = await screen.findAllByRole('link');
  expect(first).toHaveAttribute('href', '/en/step?digit=test-479&weights=run-a1');
  expect(screen.getAllByRole('link').length).toBe(24);
  await user.click(screen.getByRole('button', { name: 'All mistakes' }));
  expect(screen.getAllByRole('link')[0]).toHaveAttribute(
    'href',
    '/en/step?digit=test-499&weights=run-a1',
  );
});

test('a run that is not kept: pictures without links, and why', async () => {
  render(Outcome, { outcome, settings: defaultSettings, keptAs: undefined });
  await userEvent.setup().click(screen.getByRole('button', { name: /^20/ }));
  expect(await screen.findByText(/The microscope can look through kept runs/)).toBeVisible();
  expect(screen.queryAllByRole('link')).toEqual([]);
});

test('digits of another run that fail after this one is shown are not spoken of', async () => {
  let fail = () => {};
  vi.stubGlobal('fetch', async (url: string) => {
    if (!url.includes('full')) return new Response(await readFile('static/data/mini.bin'));
    return new Promise((_, reject) => (fail = () => reject(new Error('offline'))));
  });
  const settings = { ...defaultSettings, data: 'full' } as const;
  const { rerender } = render(Outcome, { outcome, settings, keptAs: 'b2' });
  await userEvent.setup().click(screen.getByRole('button', { name: /^20/ }));
  await vi.waitFor(() => expect(fail.toString()).toContain('reject'));
  await rerender({ settings: { ...defaultSettings, data: 'mini' }, keptAs: 'a1' });
  fail();
  await screen.findAllByRole('link');
  expect(screen.queryByRole('alert')).toBeNull();
});
