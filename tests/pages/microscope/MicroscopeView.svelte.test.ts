import '../../figures/no-canvas';
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Microscope } from '$lib/views/stepping/microscope.svelte';
import MicroscopeView from '$lib/pages/microscope/MicroscopeView.svelte';
import { freshNetwork, traceDigit } from '$lib/views/sample/trace-digit';
import { formatRef, parseRef } from '$lib/nn';

// Whether an element is hidden by a style sheet costs jsdom seconds to find out; none is loaded here.
beforeAll(() => configure({ defaultHidden: true }));
vi.setConfig({ testTimeout: 60_000 });

const pixels = Uint8Array.from({ length: 784 }, (_, i) =>
  i % 28 > 9 && i % 28 < 14 && i > 112 && i < 672 ? 230 : 0,
);
const trace = traceDigit({ pixels, label: 1 }, freshNetwork(0));

function setUp(position: number, open?: string) {
  const microscope = new Microscope(trace, position);
  if (open) microscope.openAfresh(parseRef(open)!);
  render(MicroscopeView, { microscope, pixels });
  return microscope;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const opened = ({ opened: ref }: Microscope) => formatRef(ref);
const output = (name: string) => document.querySelector(`output[name=${name}]`)?.textContent;
const section = (name: string) => within(screen.getByRole('region', { name }));

describe('steps', () => {
  test('a step forward goes to the next layer', async () => {
    setUp(0);
    expect(heading()).toBe('The digit, as the network gets it');
    await press('Step');
    expect(heading()).toMatch(/^C1: channel \d looks at the pixels$/);
    expect(screen.getByText('2 of 32 · forward · C1 sums')).toBeInTheDocument();
  });

  test('the forward step of C3 shows what it reads, its kernel and what it makes', () => {
    setUp(4);
    for (const name of ['S2', 'weights of C3', 'biases of C3', 'sums of C3']) {
      expect(screen.getByRole('region', { name })).toBeInTheDocument();
    }
    expect(section('weights of C3').getAllByRole('grid')).toHaveLength(6);
    const all = within(screen.getByRole('group', { name: 'all 16 channels: sums of C3' }));
    expect(all.getByRole('grid', { name: 'sums of C3: channel 15' })).toBeInTheDocument();
  });

  test('the backward step of C3 shows the gradients of its weights, biases and input', async () => {
    const microscope = setUp(0);
    microscope.goTo(microscope.writers.get('c3.weight.grad')!);
    await tick();
    for (const name of ['weights of C3', 'biases of C3', 'S2']) {
      expect(screen.getByRole('region', { name: `gradient: ${name}` })).toBeInTheDocument();
    }
  });

  test('at the end the loss on this digit has fallen', () => {
    setUp(31);
    expect(Number(output('lossAfter'))).toBeLessThan(Number(output('lossBefore')));
    expect(screen.getByText(/The loss on this digit fell from/)).toBeInTheDocument();
  });

  test('a press on a layer of the strip leads there, in the phase looked at', async () => {
    const microscope = setUp(4);
    await fireEvent.click(screen.getByText('C5, ReLU'));
    expect(microscope.step).toMatchObject({ phase: 'forward', layer: 'c5' });
    microscope.goTo(20);
    await fireEvent.click(screen.getByText('C1, ReLU'));
    expect(microscope.step).toMatchObject({ phase: 'backward', layer: 'c1' });
  });
});

describe('the opened number', () => {
  test('says what it is, how it was made, and shows its terms in a table that names it', async () => {
    setUp(4, 'c3.output[7,2,4]');
    expect(output('value')).toMatch(/^-?\d+\.\d{3}$/);
    expect(screen.getByText('a sum of 150 products and a bias')).toBeInTheDocument();
    expect(document.querySelector('.value p')).toHaveTextContent(
      /^C3, channel 7, row 2, column 4: -?\d\.\d{3}, a sum of 150 products and a bias$/,
    );
    const table = within(await screen.findByRole('table', { name: /Terms of c3.output\[7,2,4\]/ }));
    expect(table.getByRole('button', { name: 'c3.bias[7]' })).toBeInTheDocument();
    expect(table.getAllByRole('row')).toHaveLength(8);
  });

  test('all its terms can be shown', async () => {
    setUp(4, 'c3.output[7,2,4]');
    await fireEvent.click(await screen.findByRole('button', { name: 'Show all 150' }));
    const table = within(screen.getByRole('table', { name: /Terms of/ }));
    expect(table.getAllByRole('row')).toHaveLength(152);
  });

  test('a term leads to what it was made of, and Backspace back again', async () => {
    const microscope = setUp(4, 'c3.output[7,2,4]');
    const [input] = await screen.findAllByRole('button', { name: /^s2\.output\[/ });
    const name = input.textContent!.trim();
    await fireEvent.click(input);
    expect(opened(microscope)).toBe(name);
    expect(microscope.step).toMatchObject({ kind: 'maxPool2d', layer: 's2' });
    expect(screen.getByText('the largest of 4 numbers')).toBeInTheDocument();
    await userEvent.keyboard('{Backspace}');
    expect(opened(microscope)).toBe('c3.output[7,2,4]');
    await press('Forward');
    expect(opened(microscope)).toBe(name);
    await press('c3.output[7,2,4]');
    expect(opened(microscope)).toBe('c3.output[7,2,4]');
  });

  test('its gradient is a press away, and so is the number of a gradient', async () => {
    const microscope = setUp(4, 'c3.weight[7,1,3,1]');
    await press(/^Its gradient/);
    expect(opened(microscope)).toBe('c3.weight.grad[7,1,3,1]');
    expect(screen.getByText('a sum of 100 products')).toBeInTheDocument();
    await press(/^Its value/);
    expect(opened(microscope)).toBe('c3.weight[7,1,3,1]');
    expect(screen.getByText(/a parameter as it was before this digit/)).toBeInTheDocument();
  });

  test('what used it is told tensor by tensor', async () => {
    setUp(3, 's2.output[1,5,5]');
    await press('What used this number?');
    const used = screen.getByText('sums of C3', { selector: 'dt' });
    expect(used).toHaveTextContent('400 numbers');
    await fireEvent.click(screen.getAllByRole('button', { name: 'show all 400' })[0]);
    expect(screen.getByRole('button', { name: 'c3.output[15,5,5]' })).toBeInTheDocument();
  });

  test('a pixel, where asking ends, says at once what it went into', () => {
    setUp(0);
    expect(screen.getByText('sums of C1', { selector: 'dt' })).toBeInTheDocument();
  });

  test('newcomers are shown one number of each kind, each a press away', async () => {
    const microscope = setUp(0);
    const ways = within(screen.getByRole('region', { name: 'Every number can be opened' }));
    expect(ways.getAllByRole('button')).toHaveLength(6);
    await fireEvent.click(ways.getByRole('button', { name: /the gradient of a weight/ }));
    expect(opened(microscope)).toMatch(/^c3\.weight\.grad/);
    expect(screen.queryByRole('region', { name: 'Every number can be opened' })).toBeNull();
  });

  test('a symbol of the rule lights up its numbers in the table, and a product its symbols', async () => {
    const microscope = setUp(4, 'c3.output[7,2,4]');
    const onceSet = (selector: string) =>
      waitFor(() => {
        const part = document.querySelector(selector);
        expect(part).not.toBeNull();
        return part!;
      });
    await screen.findByRole('table', { name: /Terms of/ });
    const weight = await onceSet('.formula .role-weight');
    await fireEvent.pointerOver(weight);
    expect(microscope.pointedRole).toBe('weight');
    expect(document.querySelectorAll('td.lit')).toHaveLength(10);
    expect(weight).toHaveClass('lit');
    const product = await onceSet('.numbers [class*="term-"]');
    await fireEvent.pointerOver(product);
    expect(microscope.pointedTerm?.factors).toHaveLength(2);
    await waitFor(() => expect(product).toHaveClass('lit'));
    expect(document.querySelectorAll('tr.pointed').length).toBeLessThanOrEqual(1);
    await fireEvent.pointerLeave(product.closest('[role=presentation]')!);
    expect(microscope.pointed).toBeUndefined();
    expect(document.querySelectorAll('td.lit')).toHaveLength(0);
  });

  test('a cell of the layer opens by the keyboard', async () => {
    const microscope = setUp(4, 'c3.output[7,2,4]');
    const user = userEvent.setup();
    section('sums of C3').getAllByRole('grid', { name: 'sums of C3: channel 7' })[0].focus();
    await user.keyboard('{ArrowRight}{ArrowDown}{Enter}');
    expect(opened(microscope)).toBe('c3.output[7,3,5]');
    expect(document.activeElement).toHaveAttribute('role', 'grid');
  });
});

describe('the reader’s grain', () => {
  test('by number, a step goes to the next number and from the last one to the next layer', async () => {
    const microscope = setUp(4, 'c3.output[15,9,8]');
    microscope.grain = 'element';
    await press('Step');
    expect(opened(microscope)).toBe('c3.output[15,9,9]');
    await press('Step');
    expect(opened(microscope)).toBe('c3.activation[0,0,0]');
    await press('Step back');
    expect(opened(microscope)).toBe('c3.output[15,9,9]');
  });

  test('by channel, the place stays', async () => {
    const microscope = setUp(4, 'c3.output[7,2,4]');
    microscope.grain = 'channel';
    await press('Step');
    expect(opened(microscope)).toBe('c3.output[8,2,4]');
    expect(heading()).toMatch(/^C3: channel 8 looks at all 6 maps of S2$/);
  });

  test('jumps lead to one that ReLU stopped, and to the maximum that won', async () => {
    const microscope = setUp(5);
    await press('one that ReLU stopped');
    expect(output('value')).toBe('0');
    microscope.openAfresh(parseRef('s2.output[1,5,5]')!);
    await tick();
    await press('a maximum, and which number it was');
    expect(opened(microscope)).toMatch(/^c1\.activation\[1,1[01],1[01]\]$/);
  });
});

test.each([
  ['probabilities[1]', 'one power of e over the sum of all ten'],
  ['loss', 'the logarithm of the sum of powers, less the score of the right digit'],
  ['output.output.grad[1]', 'a probability, less 1 if it is that of the right digit'],
  ['c3.weight.updated[7,1,3,1]', 'its old value and a step against its gradient'],
  ['input[0,7,13]', /grey level 230 of 255/],
  ['input[0,1,13]', /a pixel of the border, put round the digit before it was normalised/],
  ['label', /the label that came with the digit/],
])('%s says how it was made', (name, words) => {
  setUp(0, name);
  expect(screen.getByText(words)).toBeInTheDocument();
});
