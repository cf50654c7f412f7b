import '../../figures/no-canvas';
import { configure, fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { formatValue } from '$lib/numbers/print';
import WindowFigure from '$lib/views/window/WindowFigure.svelte';
import { explain } from '$lib/nn';

beforeAll(() => configure({ defaultHidden: true }));
vi.setConfig({ testTimeout: 30_000 });

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

const show = (layer: string) =>
  render(WindowFigure, { trace, layer, channel: 2, digit: 1, weights: 'fresh' as const, seed: 0 });
const value = () => document.querySelector('output[name=value]')?.textContent;
const valueOf = (tensor: string, index: number[]) =>
  formatValue(explain(trace, { tensor, index }).value);
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));

test('the kernel of C1 begins in the middle and moves on in reading order', async () => {
  show('c1');
  expect(screen.getByText('row 14, column 14')).toBeInTheDocument();
  expect(value()).toBe(valueOf('c1.output', [2, 14, 14]));
  await press('Step');
  expect(screen.getByText('row 14, column 15')).toBeInTheDocument();
  expect(value()).toBe(valueOf('c1.output', [2, 14, 15]));
  await press('Step back');
  await press('Step back');
  expect(value()).toBe(valueOf('c1.output', [2, 14, 13]));
});

test('its 25 products and its bias are shown, and a factor leads to the microscope', () => {
  show('c1');
  expect(screen.getByText('Its 25 products')).toBeInTheDocument();
  const [link] = screen.getAllByRole('link', { name: /^c1\.weight\[2,0,/ });
  expect(link.getAttribute('href')).toMatch(
    /\/en\/step\?digit=test-2&weights=fresh&open=c1\.weight\[2,0,\d,\d\]$/,
  );
});

test('the window of S2 keeps the largest of four', async () => {
  show('s2');
  expect(screen.getByText('Its 4 numbers')).toBeInTheDocument();
  expect(value()).toBe(valueOf('s2.output', [2, 7, 7]));
  await press('Step');
  expect(value()).toBe(valueOf('s2.output', [2, 7, 8]));
});
