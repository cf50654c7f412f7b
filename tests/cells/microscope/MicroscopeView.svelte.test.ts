import '../../figures/no-canvas';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Microscope } from '$lib/cells/microscope/microscope.svelte';
import MicroscopeView from '$lib/cells/microscope/MicroscopeView.svelte';
import { freshNetwork, traceDigit } from '$lib/cells/sample/trace-digit';

const pixels = Uint8Array.from({ length: 784 }, (_, i) =>
  i % 28 > 9 && i % 28 < 14 && i > 112 && i < 672 ? 230 : 0,
);
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

function setUp(position: number) {
  const microscope = new Microscope(trace, position);
  render(MicroscopeView, { microscope });
  return microscope;
}

const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const step = () => userEvent.click(screen.getByRole('button', { name: 'Step', exact: true }));

test('a step forward goes to the next layer', async () => {
  setUp(0);
  expect(heading()).toBe('The digit, as the network gets it');
  await step();
  expect(heading()).toBe('C1: channel 0 looks at the pixels');
  expect(screen.getByText('2 of 32 · forward · C1 sums')).toBeInTheDocument();
});

test('the forward step of C3 shows what it reads, its kernel and what it makes', () => {
  setUp(4);
  for (const name of ['S2', 'weights of C3', 'biases of C3', 'sums of C3']) {
    expect(screen.getByRole('region', { name })).toBeInTheDocument();
  }
  const kernel = within(screen.getByRole('region', { name: 'weights of C3' }));
  expect(kernel.getAllByRole('grid')).toHaveLength(6);
  const output = within(screen.getByRole('region', { name: 'sums of C3' }));
  expect(output.getByRole('grid', { name: 'sums of C3: channel 15' })).toBeInTheDocument();
});

test('the backward step of C3 shows the gradients of its weights, its biases and its input', async () => {
  const microscope = setUp(0);
  microscope.goTo(microscope.writers.get('c3.weight.grad')!);
  for (const name of ['weights of C3', 'biases of C3', 'S2']) {
    expect(await screen.findByRole('region', { name: `gradient: ${name}` })).toBeInTheDocument();
  }
});

test('at the end the loss on this digit has fallen', () => {
  setUp(31);
  const read = (name: string) =>
    Number(document.querySelector(`output[name=${name}]`)?.textContent);
  expect(read('lossAfter')).toBeLessThan(read('lossBefore'));
  expect(screen.getByText(/The loss on this digit fell from/)).toBeInTheDocument();
});

test('a press on a layer of the strip leads there, in the phase looked at', async () => {
  const microscope = setUp(4);
  await userEvent.click(screen.getByRole('button', { name: /^C5 \+ ReLU/ }));
  expect(microscope.step).toMatchObject({ phase: 'forward', layer: 'c5' });
  microscope.goTo(20);
  await userEvent.click(screen.getByRole('button', { name: /^C1 \+ ReLU/ }));
  expect(microscope.step).toMatchObject({ phase: 'backward', layer: 'c1' });
});
