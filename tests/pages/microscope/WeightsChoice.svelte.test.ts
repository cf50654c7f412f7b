import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import WeightsChoice from '$lib/pages/microscope/WeightsChoice.svelte';
import { lenet5Network, writeNetwork } from '$lib/network';
import { lenet5, manualSeed } from '$lib/nn';
import { defaultSettings, runFromWeights, weightsOf } from '$lib/training';
import { memoryStore } from '../../training/memory-store';

test('the kept runs of this network stand beside the page’s own weights', async () => {
  const store = memoryStore();
  const weights = weightsOf(lenet5(manualSeed(1)));
  for (const [id, activation] of [['a1', 'ReLU'] as const, ['b2', 'Tanh'] as const]) {
    const { record, checkpoint } = runFromWeights(
      id,
      0,
      { ...defaultSettings, network: writeNetwork(lenet5Network({ activation })) },
      weights,
    );
    await store.add({ ...record, name: `run ${id}` }, checkpoint);
  }
  const onchoose = vi.fn();
  const props = { weights: 'fresh', seed: 3, file: undefined, onchoose, store } as const;
  render(WeightsChoice, props);
  const user = userEvent.setup();
  await screen.findByRole('option', { name: 'your run: run a1' });
  expect(screen.queryByRole('option', { name: /b2/ })).toBeNull();
  await user.selectOptions(screen.getByLabelText('weights'), 'your run: run a1');
  expect(onchoose).toHaveBeenLastCalledWith({ weights: 'run-a1', seed: 3 });
  const seed = screen.getByLabelText('seed');
  await user.clear(seed);
  await user.type(seed, '8');
  expect(onchoose).toHaveBeenLastCalledWith({ weights: 'fresh', seed: 8 });
});
