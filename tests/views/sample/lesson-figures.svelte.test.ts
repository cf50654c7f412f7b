import '../../figures/no-canvas';
import { configure, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import BackwardMaps from '$lib/cells/backward-maps/BackwardMaps.svelte';
import FeatureMaps from '$lib/cells/feature-maps/FeatureMaps.svelte';
import Kernels from '$lib/cells/kernels/Kernels.svelte';
import Loss from '$lib/cells/loss/Loss.svelte';
import Probabilities from '$lib/cells/probabilities/Probabilities.svelte';
import '$lib/views/opened/OpenedNumber.svelte';
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

beforeAll(() => configure({ defaultHidden: true, asyncUtilTimeout: 10_000 }));
afterAll(() => configure({ asyncUtilTimeout: 1000 }));
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

test('a figure that has not come says so on paper, and one that has does not', async () => {
  let arrive = (_: Sample) => {};
  loadSample.mockReturnValue(new Promise<Sample>((resolve) => (arrive = resolve)));
  const sentence = /still on its way when the page was printed/;
  render(FeatureMaps, { layer: 'c1', of: 'activation', ...given });
  expect(screen.getByText(sentence)).toBeInTheDocument();
  arrive(loaded);
  await screen.findByRole('group', { name: 'C1 after ReLU' });
  expect(screen.queryByText(sentence)).not.toBeInTheDocument();
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
  expect(screen.getByRole('list', { name: 'Scores' })).toBeInTheDocument();
  expect(await screen.findByText(/^It says \d, and it is 1 [✓✗]$/)).toBeInTheDocument();
});

test('a cell of a figure opens below it, with the way to the microscope at this digit and network', async () => {
  render(FeatureMaps, { layer: 'c1', of: 'sums', ...given });
  const [map] = await screen.findAllByRole('grid', { name: /^sums of C1/ });
  map.focus();
  await fireEvent.keyDown(map, { key: 'Enter' });
  const opened = await screen.findByRole('region', { name: 'Opened: c1.output[0,0,0]' });
  const link = within(opened).getByRole('link', { name: 'Open in the microscope' });
  expect(link.getAttribute('href')).toMatch(/weights=fresh&open=c1\.output\[0,0,0\]$/);
  await fireEvent.click(within(opened).getByRole('button', { name: 'Close' }));
  expect(opened).not.toBeInTheDocument();
});

test('the maps of a layer share a scale, or each has its own', async () => {
  render(FeatureMaps, { layer: 'c1', of: 'activation', ...given });
  const shared = await screen.findByRole('checkbox', { name: 'one scale for all maps' });
  expect(shared).toBeChecked();
  // After ReLU nothing is negative, and the scale does not say so.
  await vi.waitFor(() =>
    expect(screen.getByRole('group', { name: /Scale/ })).toHaveTextContent(/^0/),
  );
  await fireEvent.click(shared);
  expect(screen.getByText('each map on its own scale')).toBeInTheDocument();
  expect(screen.queryByRole('group', { name: /Scale/ })).toBeNull();
  await fireEvent.click(shared);
});

test('the loss is minus the logarithm of the label’s probability', async () => {
  render(Loss, given);
  await screen.findByText(/^1 was given /);
  const { tensors } = loaded.kind === 'loaded' ? loaded.trace : { tensors: new Map() };
  const share = tensors.get('probabilities')!.data[1];
  expect(document.querySelector('output[name=loss]')).toHaveTextContent(
    (-Math.log(share)).toFixed(3),
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
  expect(screen.getByRole('table', { name: 'Probabilities' })).toHaveTextContent(/[+−]\d/);
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
  await screen.findByRole('list', { name: 'Scores' });
  await vi.waitFor(() => expect(loadSample).toHaveBeenCalledTimes(1));
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
