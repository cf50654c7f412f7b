import '../../figures/no-canvas';
import { configure, fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import BackwardMaps from '$lib/cells/backward-maps/BackwardMaps.svelte';
import FeatureMaps from '$lib/cells/feature-maps/FeatureMaps.svelte';
import Kernels from '$lib/cells/kernels/Kernels.svelte';
import Loss from '$lib/cells/loss/Loss.svelte';
import Probabilities from '$lib/cells/probabilities/Probabilities.svelte';
import type { Sample } from '$lib/views/sample/load-sample';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { chosenWeights } from '$lib/views/weights/chosen.svelte';
import Update from '$lib/cells/update/Update.svelte';

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const digit = { pixels, label: 1 };
const loaded: Sample = {
  kind: 'loaded',
  digit,
  trace: traceDigit(digit, freshNetwork(0)),
  weights: 'fresh',
};
const loadSample = vi.hoisted(() => vi.fn());
vi.mock('$lib/views/sample/load-sample', () => ({ loadSample }));
vi.setConfig({ testTimeout: 30_000 });

beforeAll(() => configure({ defaultHidden: true }));
beforeEach(() => {
  chosenWeights.choose('trained');
  chosenWeights.follow(null);
  localStorage.removeItem('lenet5-weights');
  loadSample.mockReset().mockResolvedValue(loaded);
});

const given = { digit: 1, weights: undefined, seed: 0 };

test('a layer’s maps, after its ReLU', async () => {
  render(FeatureMaps, { layer: 'c1', of: 'activation', ...given });
  expect(await screen.findByRole('group', { name: 'C1 after ReLU' })).toBeInTheDocument();
  expect(loadSample).toHaveBeenCalledExactlyOnceWith(1, 'trained', 0);
});

test('flat kernels stand side by side, deep ones one at a time', async () => {
  render(Kernels, { layer: 'c3', weights: undefined, seed: 0 });
  expect(await screen.findByText('kernel 0 of 16')).toBeInTheDocument();
  await fireEvent.click(screen.getByRole('button', { name: 'Previous: kernel 15' }));
  expect(screen.getByText('kernel 15 of 16')).toBeInTheDocument();
  render(Kernels, { layer: 'c1', weights: undefined, seed: 0 });
  expect(await screen.findByRole('grid', { name: /kernel 5$/ })).toBeInTheDocument();
});

test('ten scores and ten probabilities', async () => {
  render(Probabilities, given);
  expect(await screen.findByRole('list', { name: 'Probabilities' })).toBeInTheDocument();
  expect(screen.getByRole('grid', { name: 'scores (logits)' })).toBeInTheDocument();
});

test('the loss is minus the logarithm of the label’s probability', async () => {
  render(Loss, given);
  await screen.findByRole('list', { name: 'Probabilities' });
  const { tensors } = loaded.kind === 'loaded' ? loaded.trace : { tensors: new Map() };
  const share = tensors.get('probabilities')!.data[1];
  expect(document.querySelector('output[name=loss]')).toHaveTextContent(
    (-Math.log(share)).toFixed(4),
  );
});

test('a layer and its gradient', async () => {
  render(BackwardMaps, { layer: 's2', part: 'output', ...given });
  expect(await screen.findByRole('group', { name: 'S2' })).toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'gradient: S2' })).toBeInTheDocument();
});

test('an update: weights, gradient, new weights, and the loss before and after', async () => {
  render(Update, { layer: 'c1', ...given });
  expect(await screen.findByRole('group', { name: 'updated weights of C1' })).toBeInTheDocument();
  expect(screen.getByText(/The loss on this digit fell from/)).toBeInTheDocument();
});

test('digits that cannot be had say so, and can be tried again', async () => {
  loadSample.mockResolvedValueOnce({
    kind: 'failed',
    problem: { what: 'digits', reason: 'unreachable' },
  });
  render(FeatureMaps, { layer: 'c1', of: 'sums', ...given });
  await fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('group', { name: 'sums of C1' })).toBeInTheDocument();
});

test('a figure begins with the lesson’s weights; what the switch chooses counts for all figures', async () => {
  render(Loss, { ...given, weights: 'fresh' });
  await screen.findByRole('list');
  await fireEvent.click(screen.getByRole('radio', { name: /^1,000 digits/ }));
  await vi.waitFor(() => expect(loadSample).toHaveBeenCalledTimes(2));
  render(Loss, { ...given, weights: 'fresh' });
  await vi.waitFor(() => expect(loadSample).toHaveBeenCalledTimes(3));
  expect(loadSample.mock.calls.map(String)).toEqual(['1,fresh,0', '1,mini,0', '1,mini,0']);
});

test('a figure of the input alone has no switch', async () => {
  render(FeatureMaps, { layer: 'input', of: 'activation', ...given });
  await screen.findByRole('grid');
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
});
