import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import WeightsMenu from '$lib/pages/microscope/WeightsMenu.svelte';
import { readNetwork, writeNetwork } from '$lib/network';
import { presetNetwork } from '$lib/network/presets';
import type { WeightName } from '$lib/views/sample/weight-choice';

const digit = { pixels: new Uint8Array(784), label: 3 };
const answers: Record<string, number> = { fresh: 9, mini: 5, trained: 3 };
const runs = [{ name: 'run-a1' as WeightName, title: 'run a1' }];

function setUp(props: { weights?: WeightName; network?: string } = {}) {
  const onchoose = vi.fn();
  const sources = {
    runs: vi.fn(async () => runs),
    read: vi.fn(async (name: WeightName) => answers[name]),
  };
  const given = { seed: 3, file: undefined, digit, onchoose, onfile: vi.fn(), sources };
  render(WeightsMenu, { weights: 'trained', ...given, ...props });
  return { onchoose, ...sources };
}

const open = () => userEvent.click(screen.getByRole('button', { name: /^weights/ }));

test('closed, it names the weights, asks for nothing and tells no answer', () => {
  const { read, runs: asked } = setUp();
  expect(screen.getByRole('button', { name: /^weights/ })).toHaveTextContent(
    'weights all of MNIST',
  );
  expect(screen.queryByText(/says/)).not.toBeInTheDocument();
  expect(read).not.toHaveBeenCalled();
  expect(asked).not.toHaveBeenCalled();
});

test('opened, it says what each network makes of this digit', async () => {
  setUp();
  await open();
  await waitFor(() => expect(screen.getAllByText(/^says/)).toHaveLength(3));
  expect(screen.getAllByText(/^says/).map((each) => each.textContent)).toEqual([
    'says 9 ✗',
    'says 5 ✗',
    'says 3 ✓',
  ]);
});

test('kept runs stand beside the page’s own weights, and random ones have a seed', async () => {
  const { onchoose } = setUp({ weights: 'fresh' });
  await open();
  const kept = await screen.findByRole('combobox', { name: 'your runs' });
  await userEvent.selectOptions(kept, 'your run: run a1');
  expect(onchoose).toHaveBeenLastCalledWith({ weights: 'run-a1', seed: 3 });
  const seed = screen.getByLabelText('seed');
  await userEvent.clear(seed);
  await userEvent.type(seed, '8');
  expect(onchoose).toHaveBeenLastCalledWith({ weights: 'fresh', seed: 8 });
});

test('Escape closes it, and the keyboard stands at its button', async () => {
  setUp();
  await open();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: /^weights/ })).toHaveFocus();
});

test('a network of another kind has random weights alone', async () => {
  const reading = readNetwork('1x28x28~conv_4_k3~relu~linear_10');
  if (!reading.ok) throw new Error('unreadable');
  const { read } = setUp({ weights: 'fresh', network: writeNetwork(reading.network) });
  await open();
  expect(screen.getAllByRole('radio')).toHaveLength(1);
  expect(read).not.toHaveBeenCalled();
});

test('of the network of 1998 there are random weights and those of all of MNIST', async () => {
  const { onchoose } = setUp({
    network: writeNetwork(presetNetwork('lenet5-1998')),
    weights: 'fresh',
  });
  await open();
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  expect(screen.getByRole('radio', { name: 'random' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: 'all of MNIST' }));
  expect(onchoose).toHaveBeenLastCalledWith({ weights: 'trained', seed: 3 });
});
