import '../../figures/no-canvas';
import { configure, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { explain } from '$lib/nn';
import { formatValue } from '$lib/numbers/print';
// Fetched when they are needed, which takes its time the first time.
import '$lib/views/opened/OpenedNumber.svelte';
import '$lib/views/stage/LiveStage.svelte';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import LayerStage from '$lib/views/stage/LayerStage.svelte';

beforeAll(() => configure({ defaultHidden: true, asyncUtilTimeout: 10_000 }));
afterAll(() => configure({ asyncUtilTimeout: 1000 }));
vi.setConfig({ testTimeout: 30_000 });

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));
const sample = { trace, digit: { pixels }, weights: 'mini' as const };

async function show(layer: string) {
  render(LayerStage, { layer, channel: 2, digit: 1, seed: 0, sample });
  return screen.findByRole('slider', { name: 'Which cell of the output' });
}
const value = () => document.querySelector('output[name=value]')?.textContent;
const valueOf = (tensor: string, index: number[]) =>
  formatValue(explain(trace, { tensor, index }).value);
const moveTo = async (slider: HTMLElement, place: number) =>
  fireEvent.input(slider, { target: { value: String(place) } });

test('before there is a trace its outlines have their places, and nothing is said of numbers', () => {
  render(LayerStage, { layer: 'c3', channel: 11, digit: 3, seed: 0 });
  expect(screen.getByText('Kernel 11 at work')).toBeInTheDocument();
  expect(screen.getByText('S2, 6 maps of 14 × 14')).toBeInTheDocument();
  expect(value()).toBe('');
});

test('a stage begins at the largest number of its map, and steps on in reading order', async () => {
  const slider = await show('c1');
  const map = trace.tensors.get('c1.output')!.data.slice(2 * 784, 3 * 784);
  const largest = map.indexOf(Math.max(...map));
  expect(slider).toHaveValue(String(largest));
  expect(value()).toBe(formatValue(map[largest]));
  await moveTo(slider, 40);
  expect(value()).toBe(valueOf('c1.output', [2, 1, 12]));
  await fireEvent.click(screen.getByRole('button', { name: 'Step' }));
  expect(value()).toBe(valueOf('c1.output', [2, 1, 13]));
  await fireEvent.click(screen.getByRole('button', { name: 'Next: kernel 3' }));
  expect(value()).toBe(valueOf('c1.output', [3, 1, 13]));
});

describe.each([
  ['c1', 'Its 25 products,', 5],
  ['c3', 'Its 150 products,', 6],
  ['c5', 'Its 400 products,', 16],
  ['f6', 'Its 120 products,', 10],
  ['output', 'Its 84 products,', 7],
])('the stage of %s', (layer, products, parts) => {
  it('shows its products part by part, each a picture that can be pointed at', async () => {
    await show(layer);
    expect(screen.getByText(products)).toBeInTheDocument();
    const pictures = screen.getAllByRole('grid', { name: /^(map|row) \d+$|^\d+–\d+$/ });
    expect(pictures).toHaveLength(parts);
    expect(pictures.filter((picture) => picture.tabIndex === 0)).toHaveLength(1);
  });
});

test('the window of S2 keeps the largest of four', async () => {
  const slider = await show('s2');
  await moveTo(slider, 7 * 14 + 7);
  expect(value()).toBe(valueOf('s2.output', [2, 7, 7]));
  expect(screen.getByText('Its 4 numbers')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /row 15, column 15/ })).toBeInTheDocument();
});

test('a cell of the input opens below, and closes', async () => {
  await show('c1');
  const input = screen.getByRole('grid', { name: 'pixels, normalised' });
  input.focus();
  await fireEvent.keyDown(input, { key: 'Enter' });
  const opened = await screen.findByRole('region', { name: /^Opened: input\[0,\d+,\d+\]/ });
  const out = within(opened).getByRole('link', { name: 'Open in the microscope' });
  expect(out.getAttribute('href')).toMatch(/weights=mini.*open=input\[0,/);
  await fireEvent.click(within(opened).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('region', { name: /^Opened/ })).toBeNull();
});

test('the bias opens too', async () => {
  await show('c3');
  await fireEvent.click(screen.getByRole('button', { name: /^bias/ }));
  expect(await screen.findByRole('region', { name: 'Opened: c3.bias[2]' })).toBeInTheDocument();
});

test('its link names the digit, the weights and the number', async () => {
  const slider = await show('c3');
  await moveTo(slider, 24);
  const link = screen.getByRole('link', { name: 'Open in the microscope' });
  expect(link.getAttribute('href')).toMatch(
    /\/en\/step\?digit=test-2&weights=mini&open=c3\.output\[2,2,4\]$/,
  );
});
