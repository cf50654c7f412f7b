import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { memoryStore } from '../../training/memory-store';
import { memoryTabs } from '../../training/memory-tabs';
import { SiteRun } from '$lib/views/runs/site-run.svelte';
import RunStrip from '$lib/views/runs/RunStrip.svelte';
import { defaultSettings } from '$lib/training';
import { acts, begin, open, press, progress, serveSamples, started, tested } from './training-page';

vi.mock('$app/paths', () => ({ base: '' }));
serveSamples();

/** The training page, left while a run trains. */
async function leave() {
  const page = open();
  await begin(page);
  await page.say(started, progress, tested);
  page.unmount();
  return page;
}

describe('a run whose page is left', () => {
  it('goes on, says elsewhere how far it is, leads back, and is stopped from there', async () => {
    const { site, workers } = await leave();
    expect(workers[0].isEnded).toBe(false);
    render(RunStrip, { site, address: '/train' });
    const strip = screen.getByRole('complementary', { name: 'Training run' });
    expect(strip).toHaveTextContent('A run is training');
    expect(strip).toHaveTextContent('batch 250 of 1,000 · 90.0% right');
    expect(screen.getByRole('progressbar', { name: 'Progress of the run' })).toHaveValue(0.25);
    expect(screen.getByRole('link', { name: 'Show the run' })).toHaveAttribute('href', '/en/train');
    const user = userEvent.setup();
    await press(user, 'Stop');
    expect(acts(workers[0]).at(-1)).toEqual({ type: 'stop' });
    workers[0].say({ type: 'stopped' });
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    workers[0].say({ type: 'finished', fingerprint: 'f' });
    await user.click(await screen.findByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(workers[0].isEnded).toBe(true);
  });

  it('is found where it was left, with its settings and its pictures', async () => {
    const { site, workers } = await leave();
    const back = open(memoryStore(), memoryTabs(), site);
    expect(screen.getByText('Epoch 3 of 10')).toBeVisible();
    expect(screen.getByLabelText('450 of 500 digits that it never learned from')).toHaveTextContent(
      '90.0%',
    );
    expect(back.workers.length).toBe(0);
    await press(back.user, 'Stop');
    expect(acts(workers[0]).at(-1)).toEqual({ type: 'stop' });
  });

  it('before any run the strip is not there', () => {
    render(RunStrip, { site: new SiteRun(), address: '/train' });
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});

describe('a second run', () => {
  it('waits for an answer while the first is under way; no lets it go on', async () => {
    const page = open();
    await begin(page);
    const { user, workers, say } = page;
    await say(started, progress, { type: 'kept', step: 200 });
    await press(user, 'Start again');
    expect(screen.getByText(/at batch 250 of 1,000/)).toHaveTextContent('up to batch 200');
    await press(user, 'Let it go on');
    expect(acts(workers[0]).map(({ type }) => type)).toEqual(['start']);
  });

  it('begins at once where the first is over', async () => {
    const page = open();
    await begin(page);
    const { user, workers, say } = page;
    await say(started, progress, { type: 'finished', fingerprint: 'f' });
    await press(user, 'Start again');
    expect(acts(workers[0]).map(({ type }) => type)).toEqual(['start', 'start']);
  });
});

describe('what a run reads and shows', () => {
  it('a digit is read before and now; the sample where the reader has drawn none', async () => {
    const page = open();
    await begin(page);
    const { workers, say } = page;
    await say(started, progress);
    const watched = workers[0].heard.filter(({ type }) => type === 'watch');
    expect(watched[0]).toMatchObject({ settings: defaultSettings });
    const sure = (digit: number) => new Float32Array(10).map((_, i) => Number(i === digit));
    await say(
      { type: 'read', when: 'before', probabilities: sure(9) },
      { type: 'read', when: 'now', probabilities: sure(2) },
    );
    expect(await screen.findByText('wrong ✗')).toBeVisible();
    expect(screen.getByText('right ✓')).toBeVisible();
  });

  it('kernels stand where they are known, and an outline where they are still to come', async () => {
    const page = open();
    await begin(page);
    const kernels = { name: 'conv1.weight', shape: [6, 1, 5, 5], values: new Float32Array(150) };
    await page.say(
      started,
      { type: 'moment', step: 0, share: 0.1, kernels },
      { type: 'moment', step: 40, share: 0.52, kernels },
      progress,
    );
    expect(await screen.findByRole('img', { name: 'kernel 0, 10%, random' })).toBeVisible();
    expect(screen.getByRole('img', { name: 'kernel 0, 52%, 40 batches' })).toBeVisible();
    expect(screen.getByRole('img', { name: 'kernel 0, now, 250 batches' })).toBeVisible();
    expect(screen.getAllByText('not yet').length).toBeGreaterThan(0);
  });
});
