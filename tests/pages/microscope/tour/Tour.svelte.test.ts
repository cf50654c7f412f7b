import '../../../figures/no-canvas';
import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { lenet5Network } from '$lib/network';
import { Descent } from '$lib/pages/microscope/descent.svelte';
import Tour from '$lib/pages/microscope/tour/Tour.svelte';
import { freshNetwork } from '$lib/views/sample/trace-digit';

vi.setConfig({ testTimeout: 30_000 });
const pixels = Uint8Array.from({ length: 784 }, (_, i) => (i % 28 > 9 && i % 28 < 14 ? 230 : 0));

async function setUp(stop: number) {
  const descent = await Descent.make(
    {
      digit: { pixels, label: 1 },
      network: () => freshNetwork(0),
      normalize: 'usual',
      description: lenet5Network(),
      rule: 'sgd',
      lr: 0.01,
    },
    { pause: async () => {} },
  );
  const onstop = vi.fn();
  render(Tour, { descent, stop, onstop });
  return { descent, onstop };
}

const words = () => document.querySelector('.words');
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

test('a stop asks first, at the step before the answer, and the keyboard stands at its question', async () => {
  const { descent } = await setUp(4);
  expect(screen.getByRole('region', { name: 'Guided tour' })).toHaveTextContent('stop 4 of 13');
  expect(words()).toHaveTextContent(/^Guess first\. C3 has 16 kernels/);
  expect(descent.microscope.step).toMatchObject({ layer: 's2', phase: 'forward' });
  await waitFor(() => expect(words()).toHaveFocus());
  expect(screen.queryByRole('button', { name: 'Next stop' })).not.toBeInTheDocument();
});

test('after the guess it steps, and says in one sentence what is seen and whether it was right', async () => {
  const { descent, onstop } = await setUp(4);
  await press('150');
  expect(words()).toHaveTextContent(/^Right ✓ A kernel is a block: 6 maps × 5 × 5 = 150 products/);
  expect(descent.microscope.opened.tensor).toBe('c3.output');
  await press('Next stop');
  expect(onstop).toHaveBeenCalledExactlyOnceWith(5);
});

test('a wrong guess is told so; who does not guess is shown', async () => {
  await setUp(4);
  await press('25');
  expect(words()).toHaveTextContent(/^Not quite ✗ A kernel is a block/);
  document.body.innerHTML = '';
  await setUp(4);
  await press('Just show me');
  expect(words()).toHaveTextContent(/^Look: A kernel is a block/);
});

test('at its end ten more updates make the loss fall, before and after named', async () => {
  const { descent } = await setUp(13);
  await press('Just show me');
  expect(words()).toHaveTextContent(/^Look: From [\d.]+ before to [\d.]+ after/);
  await press('Ten more updates');
  await waitFor(() =>
    expect(words()).toHaveTextContent(/10 updates later the loss on this digit is/),
  );
  expect(descent.updates).toBe(10);
  expect(descent.moments[10].loss).toBeLessThan(descent.moments[0].loss);
  expect(descent.microscope.step.kind).toBe('after');
});

test('it can be left, and its place is remembered', async () => {
  const { onstop } = await setUp(7);
  await press('Leave the tour');
  expect(onstop).toHaveBeenCalledExactlyOnceWith(0);
  expect(localStorage.getItem('lenet5-tour')).toBe('7');
  localStorage.removeItem('lenet5-tour');
});
