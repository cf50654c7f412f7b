import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Mistakes from '$lib/cells/mistakes/Mistakes.svelte';
import Race from '$lib/cells/race/Race.svelte';
import Training from '$lib/cells/training/Training.svelte';
import { noHistory, pairs, recipes, type Command, type Report } from '$lib/training';
import { SiteRun } from '$lib/views/runs/site-run.svelte';
import { Puppet } from '../../ui/bridge/fake-worker';

vi.mock('$app/paths', () => ({ base: '' }));

function puppets() {
  const workers: Puppet<Command, Report>[] = [];
  const createWorker = () => {
    const worker = new Puppet<Command, Report>();
    workers.push(worker);
    return worker;
  };
  return { workers, createWorker };
}

const settings = { ...recipes.mini, epochs: 20 };
const started = {
  type: 'started',
  settings,
  history: {
    ...noHistory,
    trainCount: 1000,
    testCount: 500,
    stepsPerEpoch: 100,
    totalSteps: 2000,
  },
  crew: { engine: 'kernels', workers: 1 },
} satisfies Report;
const tested = {
  type: 'tested',
  epoch: 20,
  seconds: 1,
  loss: 0.4,
  correct: 470,
  count: 500,
  losses: new Float32Array(500),
  predicted: new Uint8Array(500).fill(7),
  labels: new Uint8Array(500).fill(7).fill(1, 470),
  dead: [],
} satisfies Report;

test('training in the lesson: the run is the site’s, and the two shares are said', async () => {
  const { workers, createWorker } = puppets();
  const site = new SiteRun();
  render(Training, { site, createWorker });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Train here' }));
  expect(workers[0].heard[0]).toMatchObject({ type: 'start', settings });
  expect(site.run?.settings).toEqual(settings);
  const accuracies = new Float32Array(2000).fill(1);
  const losses = new Float32Array(2000);
  workers[0].say(started);
  workers[0].say({ ...tested, epoch: 0, correct: 50 });
  workers[0].say({ type: 'progress', epoch: 20, step: 2000, seconds: 1, losses, accuracies });
  workers[0].say(tested);
  workers[0].say({ type: 'finished', fingerprint: 'f' });
  expect(
    await screen.findByText(
      /^Of the digits it learned from it reads 100.0% right, of unseen ones 94.0%/,
    ),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Train again' })).toBeVisible();
});

test('the mistakes are those of the site’s run; without one it says what to do', async () => {
  const { workers, createWorker } = puppets();
  const site = new SiteRun();
  render(Mistakes, { site });
  expect(screen.getByText(/^No run has been tested/)).toBeVisible();
  render(Training, { site, createWorker });
  await userEvent.setup().click(screen.getByRole('button', { name: 'Train here' }));
  workers[0].say(started);
  workers[0].say(tested);
  expect(
    await screen.findByRole('button', { name: /^30 times a 1 is taken for a 7/ }),
  ).toBeVisible();
});

test('two learning rates race: both begin, and what each reads stands there', async () => {
  const { workers, createWorker } = puppets();
  render(Race, { pair: 'rates', createWorker });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Let them run' }));
  workers[0].say({ ...started, settings: pairs.rates[0] });
  await vi.waitFor(() => expect(workers.length).toBe(2));
  workers[1].say({ ...started, settings: pairs.rates[1] });
  workers[0].say({ ...tested, correct: 60 });
  workers[1].say(tested);
  expect(await screen.findByText('12.0%')).toBeVisible();
  expect(screen.getByText('94.0%')).toBeVisible();
  expect(screen.getByText('learning rate 0.001')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(workers.map(({ heard }) => heard.at(-1)?.type)).toEqual(['stop', 'stop']);
});
