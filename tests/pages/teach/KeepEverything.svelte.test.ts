import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import KeepEverything from '$lib/pages/teach/KeepEverything.svelte';
import { loadDataset } from '$lib/training/dataset-loader';
import { LoadError } from '$lib/ui/load/problem';
import { keptSite } from '$lib/ui/offline/kept-site.svelte';

vi.mock('$lib/training/dataset-loader', () => ({ loadDataset: vi.fn() }));
afterEach(() => {
  keptSite.keeping = 'storing';
  vi.mocked(loadDataset).mockReset();
});

it('says whether the notebook is kept, and offers nothing where it cannot be', async () => {
  render(KeepEverything);
  expect(screen.getByRole('status')).toHaveTextContent('leave this page open');
  keptSite.keeping = 'kept';
  expect(await screen.findByText(/opens every page without a connection/)).toBeVisible();
  keptSite.keeping = 'impossible';
  expect(await screen.findByText(/takes a page that comes over https/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('fetches all digits when asked, says how far it is, and what went wrong', async () => {
  keptSite.keeping = 'kept';
  let tell: (part: { received: number; total: number }) => void = () => {};
  let end: { resolve: () => void; reject: (error: unknown) => void };
  vi.mocked(loadDataset).mockImplementation((_name, options) => {
    tell = options.onProgress!;
    return new Promise((resolve, reject) => (end = { resolve: resolve as () => void, reject }));
  });
  render(KeepEverything);
  await userEvent.click(screen.getByRole('button', { name: /all 60,000/ }));
  await vi.waitFor(() => expect(loadDataset).toHaveBeenCalledOnce());
  tell({ received: 1, total: 4 });
  expect(await screen.findByText(/25%/)).toBeVisible();
  end!.reject(new LoadError({ what: 'digits', reason: 'offline' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/offline/);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await vi.waitFor(() => expect(loadDataset).toHaveBeenCalledTimes(2));
  end!.resolve();
  expect(await screen.findByText(/needs no connection/)).toBeVisible();
});
