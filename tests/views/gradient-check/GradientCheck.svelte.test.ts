import '../../figures/no-canvas';
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import GradientCheck from '$lib/views/gradient-check/GradientCheck.svelte';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { InPageWorker } from './in-page-worker';

// Whether an element is hidden by a style sheet costs jsdom seconds to find out; none is loaded here.
beforeAll(() => configure({ defaultHidden: true }));

/** For what waits for a worker: it may have to share its processor. */
const patient = { timeout: 30_000 };

const pixels = Uint8Array.from({ length: 784 }, (_, i) =>
  i % 28 > 9 && i % 28 < 14 && i > 112 && i < 672 ? 230 : 0,
);
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

/** A worker that dies at its first word. */
class DeadWorker extends InPageWorker {
  override postMessage(): void {
    queueMicrotask(() => this.onerror?.(new ErrorEvent('error', { cancelable: true })));
  }
}

function setUp(
  props: Record<string, unknown> = {},
  createWorker: () => Worker = () => new InPageWorker(),
) {
  return render(GradientCheck, { trace, createWorker, ...props });
}

const weight = () => screen.getByRole('textbox', { name: 'The number to move, w' });
const epsilon = () => screen.getByRole('textbox', { name: 'How far, ε' });
const slider = () => screen.getByRole('slider', { name: 'ε, on a logarithmic scale' });
const output = (name: string) =>
  Number(document.querySelector(`output[name=${name}]`)?.textContent?.trim());
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const computed = () =>
  waitFor(() => expect(screen.queryByText('Computing the curve …')).not.toBeInTheDocument());
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('one check', () => {
  test('the central difference, the gradient and the relative error stand side by side', () => {
    setUp({ parameter: 'output.bias[3]' });
    const analytic = trace.tensors.get('output.bias.grad')!.data[3];
    expect(output('analytic-float64')).toBeCloseTo(analytic, 7);
    expect(output('central-float64')).toBeCloseTo(analytic, 7);
    expect(output('error-float64')).toBeLessThan(1e-6);
    expect(output('error-float32')).toBeGreaterThan(1e-5);
    expect(
      screen.getByRole('table', { name: 'output.bias[3], moved by ±1e-5' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^They agree in \d+ digits/)).toBeInTheDocument();
  });

  test('ε can be typed, and the slider follows', async () => {
    setUp({ parameter: 'output.bias[3]' });
    await type(epsilon(), '0.1');
    expect(slider()).toHaveAttribute('aria-valuetext', '0.1');
    expect(screen.getByText(/the chord is not the tangent/)).toBeInTheDocument();
  });

  test('ε can be slid, and the field follows', async () => {
    setUp();
    await type(slider(), '-3');
    expect(epsilon()).toHaveValue('0.001');
  });

  test('kinks are counted, named, and can be opened', async () => {
    const onopen = vi.fn();
    setUp({ parameter: 'c1.weight[3,0,1,2]', epsilon: 0.1, onopen });
    expect(
      screen.getByText(/^Between w − ε and w \+ ε there are kinks: \d+ gates of ReLU/),
    ).toBeInTheDocument();
    expect(screen.getByText('sums of C1')).toBeInTheDocument();
    const [first] = screen.getAllByRole('button', { name: /^c1\.output\[3,\d+,\d+\]$/ });
    await fireEvent.click(first);
    expect(onopen).toHaveBeenCalledExactlyOnceWith({
      tensor: 'c1.output',
      index: [3, expect.any(Number), expect.any(Number)],
    });
  });

  test('a weight that shows one thing is one press away', async () => {
    const onchoose = vi.fn();
    setUp({ onchoose });
    await press('gradient 0');
    expect(screen.getByText(/^Both are exactly 0/)).toBeInTheDocument();
    expect(onchoose).toHaveBeenCalledOnce();
    expect(weight()).toHaveValue(onchoose.mock.calls[0][0]);
    expect(screen.getByRole('button', { name: 'gradient 0' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('a weight can be picked in a picture', async () => {
    setUp({ parameter: 'c3.weight[7,2,1,1]' });
    const details = screen.getByText('Pick it from a picture').closest('details')!;
    details.open = true;
    await fireEvent(details, new Event('toggle'));
    expect(screen.getAllByRole('grid')).toHaveLength(6);
    const kernel = screen.getByRole('grid', { name: 'weights of C3: kernel 7, slice 2' });
    await fireEvent.keyDown(kernel, { key: 'ArrowRight' });
    await fireEvent.keyDown(kernel, { key: 'Enter' });
    expect(weight()).toHaveValue('c3.weight[7,2,1,2]');
  });
});

describe('bad input', () => {
  test('a weight out of range: a sentence beside the field, and the last good one stays', async () => {
    setUp({ parameter: 'c3.weight[7,2,1,1]' });
    await type(weight(), 'c3.weight[7,6,1,1]');
    expect(weight()).toHaveAccessibleDescription(
      'c3.weight: index 2 goes from 0 to 5, and 6 is outside.',
    );
    expect(weight()).toBeInvalid();
    expect(
      screen.getByRole('table', { name: 'c3.weight[7,2,1,1], moved by ±1e-5' }),
    ).toBeInTheDocument();
  });

  test('a nonsense reference', async () => {
    setUp();
    await type(weight(), 'the big one');
    expect(weight()).toHaveAccessibleDescription(/^Write a name and its numbers/);
  });

  test('ε of zero', async () => {
    setUp();
    await type(epsilon(), '0');
    expect(epsilon()).toHaveAccessibleDescription(/the quotient is 0\/0/);
    expect(epsilon()).toBeInvalid();
    await type(epsilon(), '1e-4');
    expect(epsilon()).toBeValid();
  });

  test('a link to a weight that does not exist shows another, and says why', () => {
    setUp({ parameter: 'c9.weight[0]' });
    expect(weight()).toHaveAccessibleDescription(/^There is no c9\.weight here/);
    expect(screen.getByRole('table', { name: /^c1\.weight\[0,0,0,0\]/ })).toBeInTheDocument();
  });
});

describe('the curve', patient, () => {
  test('comes from the worker and is told in words and as a table', async () => {
    setUp({ parameter: 'output.bias[3]' });
    await computed();
    const picture = screen.getByRole('img', { name: /No kink is passed at any ε\.$/ });
    expect(picture).toHaveAccessibleName(/float64 is best at ε = \S+, with \d\.\de-\d+\./);
    expect(within(picture).getByText('← rounding')).toBeInTheDocument();
    expect(within(picture).getByText('truncation →')).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Relative error against ε' });
    expect(within(table).getAllByRole('row')).toHaveLength(14);
  });

  test('a dead worker says so, and can be replaced', async () => {
    let worker: typeof InPageWorker = DeadWorker;
    setUp({ parameter: 'output.bias[3]' }, () => new worker());
    expect(await screen.findByText(/could not be loaded, or broke off/)).toBeInTheDocument();
    worker = InPageWorker;
    await press('Try again');
    await computed();
    expect(screen.getByRole('img', { name: /No kink is passed/ })).toBeInTheDocument();
  });
});

describe('a hundred weights', patient, () => {
  test('are checked one after the other, and the worst is named and can be looked at', async () => {
    setUp({ parameter: 'output.bias[3]' });
    await press('Check a hundred parameters');
    expect(screen.getByRole('progressbar')).toHaveAttribute('max', '100');
    expect(await screen.findByText('100 checked, drawn with seed 0.')).toBeInTheDocument();
    expect(screen.queryByText(/no excuse/)).not.toBeInTheDocument();
    const worst = document.querySelector('output[name=worst]')!.textContent!;
    await press('Look at it');
    expect(weight()).toHaveValue(worst);
  });

  test('can be cancelled', async () => {
    setUp({ parameter: 'output.bias[3]' });
    await press('Check a hundred parameters');
    await waitFor(() => expect(screen.getByRole('progressbar')).not.toHaveAttribute('value', '0'));
    await press('Cancel');
    expect(screen.getByText(/^Cancelled after \d+ of 100\.$/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check another hundred' })).toBeInTheDocument();
  });

  test('a dead worker says so', async () => {
    setUp({ parameter: 'output.bias[3]' }, () => new DeadWorker());
    await press('Check a hundred parameters');
    expect(await screen.findAllByText(/could not be loaded, or broke off/)).toHaveLength(2);
  });
});
