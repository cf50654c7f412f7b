import { readFile } from 'node:fs/promises';
import { render, screen } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import TrainingRun from '$lib/pages/training/TrainingRun.svelte';
import { defaultSettings, noHistory, settingsText, type Command, type Report } from '$lib/training';
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
export const progress: Report = {
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
};
/** What it says after the second epoch's test. */
export const tested: Report = {
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
};

/** Opens the training page with workers that say what the test has them say. */
export function open(store = memoryStore(), tabs = memoryTabs()) {
  const workers: Puppet<Command, Report>[] = [];
  const onchange = vi.fn();
  render(TrainingRun, {
    text: settingsText(defaultSettings),
    onchange,
    store,
    tabs,
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
  return { workers, onchange, say, store, tabs, user: userEvent.setup() };
}

export const button = (name: string) => screen.getByRole('button', { name });
export const press = (user: UserEvent, name: string) => user.click(button(name));

/** For each test: the ten digits that the maps are drawn from. */
export function serveSamples(): void {
  beforeEach(() =>
    vi.stubGlobal('fetch', async () => new Response(await readFile('static/data/samples.bin'))),
  );
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}
