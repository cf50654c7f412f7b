import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { lenet5, manualSeed } from '$lib/nn';
import { defaultSettings, runFromWeights, weightsOf, writeSafetensors } from '$lib/training';
import { MemoryStore } from '../../training/memory-store';
import { open, serveSamples } from './training-page';

serveSamples();

describe('the runs that were kept', () => {
  const weights = weightsOf(lenet5(manualSeed(1)));

  async function withRun() {
    const store = new MemoryStore();
    const settings = { ...defaultSettings, seed: 4 };
    const { record, checkpoint } = runFromWeights('kept', 1_700_000_000_000, settings, weights);
    const tests = [{ epoch: 1, seconds: 1, loss: 0.5, accuracy: 0.875 }];
    await store.save({ ...record, history: { ...record.history, epoch: 1, tests } }, checkpoint);
    return { ...open(store), settings };
  }

  it('stand in a list with how far they came', async () => {
    await withRun();
    const row = await screen.findByRole('row', { name: /1\/10 87.50% unfinished/ });
    expect(row).toHaveTextContent('Continue');
    expect(screen.getByLabelText(/^Name of the run/)).toHaveValue(
      'A thousand digits, in seconds, seed 4',
    );
  });

  it('Continue takes one up, with its settings', async () => {
    const { user, workers, onchange, settings } = await withRun();
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(workers[0].heard).toEqual([expect.objectContaining({ type: 'resume', id: 'kept' })]);
    expect(onchange).toHaveBeenCalledWith(settings);
    expect(screen.getByLabelText('seed')).toHaveValue('4');
  });

  it('one that ran away goes on at a tenth of its rate', async () => {
    const store = new MemoryStore();
    const { record, checkpoint } = runFromWeights('away', 0, defaultSettings, weights);
    await store.save({ ...record, state: 'diverged' }, checkpoint);
    const { user, workers } = open(store);
    await user.click(
      await screen.findByRole('button', { name: 'Continue at a tenth of the rate' }),
    );
    expect(workers[0].heard).toEqual([
      expect.objectContaining({
        type: 'resume',
        id: 'away',
        change: { lr: 0.001, momentum: 0.9, weightDecay: 0 },
      }),
    ]);
    expect(screen.getByLabelText('learning rate')).toHaveValue('0.001');
  });

  it('compare puts its curve beside the others', async () => {
    const { user } = await withRun();
    await user.click(await screen.findByRole('checkbox', { name: /^Compare/ }));
    const legends = screen.getAllByText('A thousand digits, in seconds, seed 4', { exact: false });
    expect(legends.length).toBe(2);
  });

  it('Delete removes it', async () => {
    const { user, store } = await withRun();
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByText(/^Runs are kept here as they train/)).toBeVisible();
    expect(store.records.size).toBe(0);
  });

  it('a file of weights begins a run from them', async () => {
    const { user, workers, store } = open();
    const file = new File([writeSafetensors(weights)], 'mine.safetensors');
    await user.upload(screen.getByLabelText('Begin from a file of weights…'), file);
    await vi.waitFor(() => expect(workers.length).toBe(1));
    const [id] = store.records.keys();
    expect(workers[0].heard).toEqual([expect.objectContaining({ type: 'resume', id })]);
    expect(store.checkpoints.get(id)?.weights).toEqual(weights);
  });

  it('a file that is none is refused with a sentence; what was there stays', async () => {
    const { user, workers, store } = open();
    const file = new File(['{"hello": "world"}'], 'mine.safetensors');
    await user.upload(screen.getByLabelText('Begin from a file of weights…'), file);
    expect(await screen.findByRole('alert')).toHaveTextContent('not a safetensors file');
    expect([workers.length, store.records.size]).toEqual([0, 0]);
  });
});
