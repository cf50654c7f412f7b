import { screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { lenet5, manualSeed } from '$lib/nn';
import { defaultSettings, runFromWeights, weightsOf, writeSafetensors } from '$lib/training';
import { StoreError } from '$lib/training/run-store';
import { memoryStore } from '../../training/memory-store';
import { acts, button, open, press, serveSamples, started } from './training-page';

serveSamples();

describe('the runs that were kept', () => {
  const weights = weightsOf(lenet5(manualSeed(1)));

  async function withRun() {
    const store = memoryStore();
    const settings = { ...defaultSettings, seed: 4 };
    const { record, checkpoint } = runFromWeights('kept', 1_700_000_000_000, settings, weights);
    const tests = [{ epoch: 1, seconds: 1, loss: 0.5, accuracy: 0.875 }];
    await store.add({ ...record, history: { ...record.history, epoch: 1, tests } }, checkpoint);
    return { ...open(store), settings };
  }

  it('stand in a list with how far they came', async () => {
    await withRun();
    const row = await screen.findByRole('row', { name: /1\/10 87.50% unfinished/ });
    expect(row).toHaveTextContent('Continue');
    expect(await screen.findByLabelText(/^Name of the run/)).toHaveValue(
      'A thousand digits, in seconds, seed 4',
    );
  });

  it('Continue takes one up, with its settings', async () => {
    const { user, workers, onchange, settings } = await withRun();
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(acts(workers[0])).toEqual([expect.objectContaining({ type: 'resume', id: 'kept' })]);
    expect(onchange).toHaveBeenCalledWith(settings);
    expect(await screen.findByLabelText('seed')).toHaveValue('4');
  });

  it('the last one is pointed to where it was not over, and taken up; then nothing points to it', async () => {
    const { user, workers } = await withRun();
    expect(
      await screen.findByText(
        /Your last run, “A thousand digits, in seconds, seed 4”, was not over.*in epoch 1 of 10/,
      ),
    ).toBeVisible();
    await user.click(button('Take it up'));
    await vi.waitFor(() =>
      expect(acts(workers[0])).toEqual([expect.objectContaining({ type: 'resume', id: 'kept' })]),
    );
    expect(screen.queryByText(/^Your last run/)).not.toBeInTheDocument();
    expect(document.body).not.toHaveFocus();
  });

  it.each(['finished', 'diverged'] as const)(
    'a last run that has %s is not pointed to',
    async (state) => {
      const store = memoryStore();
      for (const [id, at, is] of [
        ['old', 0, 'unfinished'],
        ['last', 1, state],
      ] as const) {
        const { record, checkpoint } = runFromWeights(id, at, defaultSettings, weights);
        await store.add({ ...record, state: is }, checkpoint);
      }
      open(store);
      expect(await screen.findAllByLabelText(/^Name of the run/)).toHaveLength(2);
      expect(screen.queryByText(/^Your last run/)).not.toBeInTheDocument();
    },
  );

  it('one that ran away goes on at a tenth of its rate', async () => {
    const store = memoryStore();
    const { record, checkpoint } = runFromWeights('away', 0, defaultSettings, weights);
    await store.add({ ...record, state: 'diverged' }, checkpoint);
    const { user, workers } = open(store);
    await user.click(
      await screen.findByRole('button', { name: 'Continue at a tenth of the rate' }),
    );
    expect(acts(workers[0])).toEqual([
      expect.objectContaining({
        type: 'resume',
        id: 'away',
        change: { lr: 0.001, momentum: 0.9, weightDecay: 0 },
      }),
    ]);
    expect(await screen.findByLabelText('learning rate')).toHaveValue('0.001');
  });

  it('one whose C1 pads with zeros says so, and is continued', async () => {
    const store = memoryStore();
    const { record, checkpoint } = runFromWeights('old', 0, defaultSettings, weights);
    // As it was kept before settings held a network.
    const settings = { ...defaultSettings, network: undefined, activation: 'relu', pooling: 'max' };
    store.kept.runs.set('old', { ...record, settings });
    store.kept.checkpoints.set('old', checkpoint);
    open(store);
    const row = await screen.findByRole('row', { name: /unfinished · zeros at the border/ });
    expect(within(row).getByRole('button', { name: 'Continue' })).toBeVisible();
    expect(within(row).getByRole('button', { name: 'Weights' })).toBeVisible();
    expect(screen.getByText(/Those runs keep theirs: they can be continued/)).toBeVisible();
  });

  it('compare puts its curve beside the others', async () => {
    const { user } = await withRun();
    await user.click(await screen.findByRole('checkbox', { name: /^Compare/ }));
    const legends = screen.getAllByText('A thousand digits, in seconds, seed 4', { exact: false });
    // In the legend of each chart, and in the sentence on the run that was not over.
    expect(legends.length).toBe(3);
  });

  it('Delete removes it and offers to put it back, where the focus is; so does Undo', async () => {
    const { user, store } = await withRun();
    const before = await store.load('kept');
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const undo = await screen.findByRole('button', { name: /^Undo the deletion of A thousand/ });
    expect(
      screen.getByRole('row', { name: /Deleted: A thousand digits, in seconds, seed 4/ }),
    ).toBeVisible();
    expect(store.kept).toEqual({ runs: new Map(), checkpoints: new Map() });
    await vi.waitFor(() => expect(undo).toHaveFocus());
    await user.keyboard('{Enter}');
    const deletion = await screen.findByRole('button', { name: 'Delete' });
    await vi.waitFor(() => expect(deletion).toHaveFocus());
    expect((await store.load('kept')).record).toEqual(before.record);
  });

  it.each([
    ['rename', 'gone', /no longer kept/],
    ['delete', 'full', /no room left/],
    ['weights', 'gone', /no longer kept/],
    ['weights', 'damaged', /is damaged/],
  ] as const)(
    '%s that fails (%s) says why; the next success takes it back',
    async (act, problem, said) => {
      const { user, store } = await withRun();
      const name = await screen.findByLabelText(/^Name of the run/);
      const { rename, remove, load } = store;
      const fail = () => Promise.reject(new StoreError(problem));
      Object.assign(store, { rename: fail, remove: fail, load: fail });
      if (act === 'rename') await user.type(name, ' 2').then(() => user.tab());
      else await user.click(button(act === 'delete' ? 'Delete' : 'Weights'));
      expect(await screen.findByRole('alert')).toHaveTextContent(said);
      expect(name).toHaveValue('A thousand digits, in seconds, seed 4');
      Object.assign(store, { rename, remove, load });
      await user.clear(name);
      await user.type(name, 'mine');
      await user.tab();
      await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
      expect((await store.load('kept')).record.name).toBe('mine');
    },
  );

  it('one that is open in another tab: a copy of it goes on here; both are followed', async () => {
    const { user, store, tabs, workers } = await withRun();
    await screen.findByRole('button', { name: 'Continue' });
    const letGo = await tabs.take('kept');
    const row = await screen.findByRole('row', { name: /in another tab/ });
    expect(within(row).queryByRole('button', { name: 'Delete' })).toBeNull();
    await user.click(within(row).getByRole('button', { name: 'Continue a copy' }));
    await vi.waitFor(() => expect(workers.length).toBe(1));
    const [copy] = (await store.list()).flatMap((run) => (run.is === 'run' ? [run.record] : []));
    expect(copy.name).toBe('Copy of A thousand digits, in seconds, seed 4');
    expect(copy.id).not.toBe('kept');
    expect(acts(workers[0])).toEqual([expect.objectContaining({ type: 'resume', id: copy.id })]);
    expect((await store.load(copy.id)).checkpoint.weights).toEqual(
      (await store.load('kept')).checkpoint.weights,
    );
    letGo?.();
    expect(await screen.findByRole('button', { name: 'Continue' })).toBeVisible();
  });

  it('what another tab changes in the list is shown here', async () => {
    const { store, tabs } = await withRun();
    const name = await screen.findByLabelText(/^Name of the run/);
    await store.rename('kept', 'from over there');
    tabs.announce();
    await vi.waitFor(() => expect(name).toHaveValue('from over there'));
    await store.remove('kept');
    tabs.announce();
    expect(await screen.findByText(/^Runs are kept here as they train/)).toBeVisible();
  });

  it('what cannot be read is listed as such; it can be deleted, and brought back', async () => {
    const store = memoryStore();
    store.kept.runs.set('odd', 'text');
    store.kept.runs.set('tomorrow', { version: 99 });
    const { user } = open(store);
    expect(await screen.findByRole('row', { name: /kept of this run is damaged/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /a later version of this page/ })).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Delete' })[1]);
    await user.click(await screen.findByRole('button', { name: /^Undo/ }));
    await vi.waitFor(() => expect(store.kept.runs.get('tomorrow')).toEqual({ version: 99 }));
  });

  it('a list that cannot be had says why, until it can', async () => {
    const store = memoryStore();
    store.problem = 'blocked';
    const { user, say } = open(store);
    expect(await screen.findByRole('alert')).toHaveTextContent(/Another tab with an older version/);
    store.problem = undefined;
    await press(user, 'Start training');
    await say(started, { type: 'kept', step: 1 });
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('a file of weights begins a run from them', async () => {
    const { user, workers, store } = open();
    const file = new File([writeSafetensors({ weights })], 'mine.safetensors');
    await user.upload(await screen.findByLabelText('Begin from a file of weights…'), file);
    await vi.waitFor(() => expect(workers.length).toBe(1));
    const [id] = store.kept.runs.keys();
    expect(acts(workers[0])).toEqual([expect.objectContaining({ type: 'resume', id })]);
    expect((await store.load(id)).checkpoint.weights).toEqual(weights);
  });

  it('a file that is none is refused with a sentence; what was there stays', async () => {
    const { user, workers, store } = open();
    const file = new File(['{"hello": "world"}'], 'mine.safetensors');
    await user.upload(await screen.findByLabelText('Begin from a file of weights…'), file);
    expect(await screen.findByRole('alert')).toHaveTextContent('not a safetensors file');
    expect([workers.length, store.kept.runs.size]).toEqual([0, 0]);
  });
});
