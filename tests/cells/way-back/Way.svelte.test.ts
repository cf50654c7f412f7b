import '../../figures/no-canvas';
import { configure, fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import Way from '$lib/cells/way-back/Way.svelte';
import { explain } from '$lib/nn';
import { formatValue } from '$lib/numbers/print';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';

beforeAll(() => configure({ defaultHidden: true }));
vi.setConfig({ testTimeout: 30_000 });

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

test('every layer has its numbers and their gradients; the loss stands at the end', () => {
  render(Way, { trace, onpick: vi.fn() });
  for (const layer of ['C1', 'C3', 'C5', 'F6']) {
    expect(screen.getAllByRole('grid', { name: new RegExp(`^sums of ${layer}`) })).not.toEqual([]);
    expect(
      screen.getAllByRole('grid', { name: new RegExp(`^gradient: sums of ${layer}`) }),
    ).not.toEqual([]);
  }
  expect(document.querySelector('output[name=loss]')).toHaveTextContent(
    formatValue(explain(trace, { tensor: 'loss', index: [] }).value),
  );
});

test('a cell says its value, its gradient and what more of it would do; pressed, it opens', async () => {
  const onpick = vi.fn();
  render(Way, { trace, onpick });
  const [gradients] = screen.getAllByRole('grid', { name: 'gradient: scores (logits)' });
  await fireEvent.focus(gradients);
  const gradient = explain(trace, { tensor: 'output.output.grad', index: [0] }).value;
  expect(gradient).toBeGreaterThan(0);
  expect(screen.getByText(/^output\.output\[0\] = /)).toHaveTextContent(formatValue(gradient));
  expect(screen.getByText(/more here, and the loss grows/)).toBeInTheDocument();
  await fireEvent.keyDown(gradients, { key: 'Enter' });
  expect(onpick).toHaveBeenCalledWith({ tensor: 'output.output.grad', index: [0] });
});

test('before there is a trace there are outlines, and no numbers', () => {
  render(Way, { onpick: vi.fn() });
  expect(screen.queryAllByRole('grid')).toEqual([]);
  expect(document.querySelector('output[name=loss]')).toHaveTextContent('');
});
