import '../../figures/no-canvas';
import { configure, fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { explain, inputGradViews, parseRef } from '$lib/nn';
import { formatValue } from '$lib/numbers/print';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { strongestChannel, channelPictures } from '$lib/views/turned-kernel/pictures';
import TurnedKernel from '$lib/views/turned-kernel/TurnedKernel.svelte';

beforeAll(() => configure({ defaultHidden: true }));
vi.setConfig({ testTimeout: 30_000 });

const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));
const ref = parseRef('s2.output.grad[2,6,6]')!;
const views = inputGradViews(trace, ref)!;
const { products, sum } = channelPictures(views, strongestChannel(views));

beforeEach(() => {
  render(TurnedKernel, { views, ref, value: explain(trace, ref).value, size: [14, 14] });
});
const slider = () => screen.getByRole('slider', { name: 'Step by step' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('it stands still at the end, where the whole sum is made', () => {
  expect(slider()).toHaveValue('24');
  expect(screen.getByText(/so far/)).toHaveTextContent(`so far ${formatValue(sum)}`);
  expect(screen.getByRole('button', { name: 'Play' })).toHaveAttribute('aria-pressed', 'false');
});

test('the turned kernel is gone through tap by tap: back, on, and by the slider', async () => {
  await fireEvent.input(slider(), { target: { value: '3' } });
  const partial = (count: number) =>
    formatValue(products.values.slice(0, count).reduce((total, each) => total + each, 0));
  expect(screen.getByText(/so far/)).toHaveTextContent(`so far ${partial(4)}`);
  await press('Step');
  expect(slider()).toHaveAttribute('aria-valuetext', 'tap 5 of 25');
  expect(screen.getByText(/so far/)).toHaveTextContent(`so far ${partial(5)}`);
  await press('Step back');
  expect(slider()).toHaveValue('3');
});

test.each(['Scatter', 'Gather'])('%s is gone through output by output', async (way) => {
  await press(way);
  expect(slider()).toHaveAttribute('aria-valuetext', 'output 25 of 25');
  await press('Step back');
  expect(slider()).toHaveAttribute('aria-valuetext', 'output 24 of 25');
});
