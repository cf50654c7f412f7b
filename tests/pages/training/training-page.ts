import { readFile } from 'node:fs/promises';
import { render, screen } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';
// So that what is folded away is there at once.
import '$lib/pages/training/folds/CurvesFold.svelte';
import '$lib/pages/training/folds/InsideFold.svelte';
import '$lib/pages/training/folds/SettingsFold.svelte';
import '$lib/pages/training/list/TakeUp.svelte';
import '$lib/pages/training/live';
import '$lib/views/runs/outcome/Outcome.svelte';
import recorded from '$lib/pages/training/example/run.json';
import TrainingPage from '$lib/pages/training/TrainingPage.svelte';
import { defaultSettings, noHistory, type Command, type Report } from '$lib/training';
import { SiteRun } from '$lib/views/runs/site-run.svelte';
import { memoryStore } from '../../training/memory-store';
import { Puppet } from '../../ui/bridge/fake-worker';
import { memoryTabs } from '../../training/memory-tabs';

/** What the worker says when a run begins. */
export const started = {
  type: 'started',
  settings: defaultSettings,
  history: {
    ...noHistory,
    trainCount: 1000,
    testCount: 500,
    stepsPerEpoch: 100,
    totalSteps: 1000,
  },
  crew: { engine: 'kernels', workers: 2 },
} satisfies Report;
/** What it says in the third epoch. */
export const progress = {
  type: 'progress',
  epoch: 3,
  step: 250,
  seconds: 1,
  losses: new Float32Array(250).fill(0.5),
  accuracies: new Float32Array(250).fill(0.9),
  inside: {
    convolutions: {
      'conv1.weight': new Float32Array(150),
      'conv1.bias': new Float32Array(6),
      'conv2.weight': new Float32Array(2400),
      'conv2.bias': new Float32Array(16),
    },
    sizes: [{ layer: 'conv1', weight: 0.1, gradient: 0.02 }],
  },
} satisfies Report;
/** What it says after the second epoch's test. */
export const tested = {
  type: 'tested',
  epoch: 2,
  seconds: 1,
  loss: 0.4,
  correct: 450,
  count: 500,
  losses: new Float32Array(500),
  predicted: new Uint8Array(500).fill(7),
  labels: new Uint8Array(500).fill(7).fill(1, 450),
  dead: [{ layer: 'fc1', dead: 3, units: 120 }],
} satisfies Report;

/** Opens the training page, all of it unfolded, with workers that say what the test has them say. */
export function open(store = memoryStore(), tabs = memoryTabs(), site = new SiteRun()) {
  localStorage.setItem('training-folds', 'settings curves mistakes inside');
  const workers: Puppet<Command, Report>[] = [];
  const onchange = vi.fn();
  const { component, unmount } = render(TrainingPage, {
    recorded,
    onchange,
    store,
    tabs,
    site,
    createWorker: () => {
      const worker = new Puppet<Command, Report>();
      workers.push(worker);
      return worker;
    },
  });
  const say = async (...reports: Report[]) => {
    for (const report of reports) workers.at(-1)?.say(report);
    await Promise.resolve();
  };
  return {
    workers,
    onchange,
    say,
    store,
    tabs,
    site,
    page: component,
    unmount,
    user: userEvent.setup(),
  };
}

/** What a worker was told to do; not which digit it is to read meanwhile. */
export const acts = (worker: Puppet<Command, Report>) =>
  worker.heard.filter(({ type }) => type !== 'watch');

export const button = (name: string) => screen.getByRole('button', { name });
export const press = (user: UserEvent, name: string) => user.click(button(name));

/** Starts a run: what trains is fetched then. */
export async function begin({ user, workers }: Pick<ReturnType<typeof open>, 'user' | 'workers'>) {
  await press(user, 'Start training');
  await vi.waitFor(() => expect(workers.at(-1)?.heard.length).toBeGreaterThan(0));
}

/** For each test: the ten digits that the maps are drawn from, and nothing remembered. */
export function serveSamples(): void {
  beforeEach(() => {
    vi.stubGlobal('fetch', async () => new Response(await readFile('static/data/samples.bin')));
    // jsdom has no dialogs of its own.
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });
  afterEach(() => {
    localStorage.clear();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}
