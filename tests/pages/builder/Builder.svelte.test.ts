import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import Builder from '$lib/pages/builder/Builder.svelte';
import { networkFromLink } from '$lib/pages/builder/link';
import { NetworkState } from '$lib/pages/builder/network-state.svelte';
import BuilderInLocale from './BuilderInLocale.svelte';

/** The builder with all layers below the picture, each in its place. */
function show() {
  const state = new NetworkState();
  render(Builder, { state });
  // A press as the component hears it: `await` in every test would say no more.
  screen.getByRole('button', { name: 'All layers' }).click();
  flushSync();
  return state;
}

const result = (name: string) => screen.getByRole('status', { name }).textContent;
const layers = () => within(screen.getByRole('list', { name: 'Layers' })).getAllByRole('listitem');
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

async function type(layer: number, label: string, text: string) {
  const field = within(layers()[layer]).getByRole('textbox', { name: label });
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

describe('Builder', () => {
  it('begins with LeNet-5 and its published figures', () => {
    show();
    expect(layers()).toHaveLength(11);
    expect(result('parameters')).toBe('61,706');
    expect(result('multiply-adds')).toBe('416,520');
    expect(result('output')).toBe('10 × 1 × 1');
    expect(result('receptive field')).toBe('32');
  });

  it('a preset, and the way back', async () => {
    show();
    const choice = screen.getByRole('combobox', { name: 'begin with' });
    await userEvent.selectOptions(choice, 'LeNet-5, 1998');
    expect(result('parameters')).toBe('60,000');
    expect(result('connections')).toBe('340,908');
    await press('Undo');
    expect(result('parameters')).toBe('61,706');
  });

  it('a change flows through all that follows', async () => {
    show();
    await type(0, 'padding', '2');
    expect(layers()[5]).toHaveTextContent('16 × 6 × 6');
    expect(result('parameters')).toBe('82,826');
    expect(screen.getByRole('combobox', { name: 'begin with' })).toHaveDisplayValue(
      'a network of your own',
    );
  });

  it('where it breaks it says why, and a mend mends it', async () => {
    show();
    await type(3, 'kernel', '15');
    const field = within(layers()[3]).getByRole('textbox', { name: 'kernel' });
    expect(field).toHaveAccessibleDescription(/spans 15 pixels.*only 14/);
    expect(layers()[4]).toHaveTextContent('No shape arrives here.');
    expect(screen.getByText('These sums end where the network breaks.')).toBeVisible();
    await press('kernel 14');
    expect(field).toBeValid();
  });

  it('offers the input that would be large enough', async () => {
    show();
    const sides = ['height', 'width'].map((name) => screen.getByRole('textbox', { name }));
    for (const side of sides) await fireEvent.input(side, { target: { value: '8' } });
    await press('input 14 × 14');
    expect(sides[0]).toHaveValue('14');
  });

  it('moves a layer, keeps the focus and says where it is now', async () => {
    show();
    await press('Move 2 Activation down');
    expect(layers()[1]).toHaveTextContent('2 Max pooling');
    expect(screen.getByText('Activation is now 3 of 11.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Move 3 Activation down' })).toHaveFocus();
  });

  it('adds and removes layers', async () => {
    show();
    await press('Batch normalisation');
    expect(layers()).toHaveLength(12);
    await press('Remove 12 Batch normalisation');
    await press('Remove 11 Fully connected');
    expect(result('output')).toBe('84 × 1 × 1');
  });

  it('adds layers after another, in the order in which they are added', async () => {
    show();
    const where = screen.getByRole('combobox', { name: 'where the new layer goes' });
    await userEvent.selectOptions(where, 'after 1 Convolution');
    await press('Batch normalisation');
    await press('Average pooling');
    expect(layers()[1]).toHaveTextContent('2 Batch normalisation');
    expect(layers()[2]).toHaveTextContent('3 Average pooling');
    expect(screen.getByText('Average pooling is added as layer 3.')).toBeInTheDocument();
    expect(layers()[3]).toHaveTextContent('4 Activation');
  });

  it('what is typed into a field is taken back as one change, and can be had again', async () => {
    show();
    await type(0, 'out', '128');
    expect(result('output')).toBe('10 × 1 × 1');
    await press('Undo');
    expect(result('parameters')).toBe('61,706');
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await press('Redo');
    expect(within(layers()[0]).getByRole('textbox', { name: 'out' })).toHaveValue('128');
  });

  it('a dragged layer goes back on Escape', async () => {
    show();
    // jsdom lays nothing out: every layer is given its place here.
    const place = (at: number) => ({ top: 100 * at, bottom: 100 * at + 100 }) as DOMRect;
    const lines = layers();
    lines.forEach((line, at) => (line.getBoundingClientRect = () => place(at)));
    const handle = screen.getByRole('button', { name: 'Drag 1 Convolution' });
    await fireEvent.pointerDown(handle);
    await fireEvent.pointerMove(window, { clientY: 250 });
    expect(layers()[2]).toHaveTextContent('3 Convolution');
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(layers()[0]).toHaveTextContent('1 Convolution');
  });

  it('a layer that nobody can read is marked, says what would do, and is mended in place', async () => {
    const { network } = networkFromLink(new URLSearchParams('layers=conv_6~cnv_3_k5~relu'));
    show().begin(network);
    const field = await screen.findByRole('textbox', { name: 'as links write it' });
    expect(field).toHaveValue('cnv_3_k5');
    expect(field).toHaveAccessibleDescription(/“cnv” is no kind of layer/);
    expect(layers()[2]).toHaveTextContent('No shape arrives here.');
    await press('conv_3_k5');
    expect(layers()[1]).toHaveTextContent('2 Convolution');
    expect(result('output')).toBe('3 × 22 × 22');
    expect(within(layers()[1]).getByRole('textbox', { name: 'out' })).toHaveFocus();
  });

  it('an unreadable layer is read when its field is left', async () => {
    const { network } = networkFromLink(new URLSearchParams('layers=what'));
    show().begin(network);
    await userEvent.clear(await screen.findByRole('textbox', { name: 'as links write it' }));
    await userEvent.keyboard('relu');
    expect(layers()[0]).toHaveTextContent('Unreadable layer');
    await userEvent.tab();
    expect(layers()[0]).toHaveTextContent('1 Activation');
  });

  it('after a layer is removed the focus is on what follows, at the end on what comes before', async () => {
    show();
    await press('Remove 2 Activation');
    expect(screen.getByRole('button', { name: 'Remove 2 Max pooling' })).toHaveFocus();
    await press('Remove 10 Fully connected');
    expect(screen.getByRole('button', { name: 'Remove 9 Activation' })).toHaveFocus();
  });

  it('after the only layer is removed the focus is where layers are added', async () => {
    const { network } = networkFromLink(new URLSearchParams('layers=relu'));
    show().begin(network);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove 1 Activation' }));
    expect(screen.getByRole('button', { name: 'Convolution' })).toHaveFocus();
  });

  it('a button that has nothing more to take back hands the focus to the other', async () => {
    show();
    await press('Remove 2 Activation');
    await press('Undo');
    expect(screen.getByRole('button', { name: 'Redo' })).toHaveFocus();
    await press('Redo');
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
  });

  it('a mend that is taken leaves the focus on the field that it changed', async () => {
    show();
    await type(3, 'kernel', '15');
    await press('kernel 14');
    expect(within(layers()[3]).getByRole('textbox', { name: 'kernel' })).toHaveFocus();
  });

  it('what has happened is said in the language that is shown now', async () => {
    const { rerender } = render(BuilderInLocale, { state: new NetworkState(), locale: 'en' });
    await press('Remove 2 Activation');
    expect(screen.getByText('2 Activation is removed.')).toBeInTheDocument();
    await rerender({ locale: 'zh' });
    expect(screen.getByText('已删除第 2 层 激活函数。')).toBeInTheDocument();
  });

  it('a network of 200 layers is drawn a few layers at a time, and says how far it is', async () => {
    const text = Array(200).fill('relu').join('~');
    const { network } = networkFromLink(new URLSearchParams({ layers: text }));
    show().begin(network);
    expect(await screen.findByText(/Drawing the layers: \d+ of 200/)).toBeVisible();
    const { children } = screen.getByRole('list', { name: 'Layers' });
    expect(children.length).toBeLessThan(200);
    await waitFor(() => expect(children).toHaveLength(200), { timeout: 40_000 });
    expect(screen.queryByText(/Drawing the layers/)).toBeNull();
  }, 60_000);

  it('a block of the picture opens its layers alone; their arithmetic stands beside them', async () => {
    render(Builder, { state: new NetworkState() });
    expect(layers().map((item) => item.textContent)).toEqual([
      expect.stringContaining('1 Convolution'),
      expect.stringContaining('2 Activation'),
      expect.stringContaining('3 Max pooling'),
    ]);
    expect(layers()[0]).toHaveTextContent('28 = (32 + 2·0 − 5) / 1 + 1');
    expect(layers()[0]).toHaveTextContent('156 = 6 · (1·5·5 + 1)');
    expect(layers()[0]).toHaveTextContent('nn.Conv2d(1, 6, 5)');
    await press(/^Fully connected 84/);
    expect(layers()).toHaveLength(2);
    expect(layers()[0]).toHaveTextContent('10,164');
    expect(screen.getByRole('button', { name: /^Fully connected 84/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await press('Remove 10 Activation');
    expect(layers()).toHaveLength(1);
  });

  it('the layers inside a residual block are rows; their text follows', async () => {
    const { network } = networkFromLink(
      new URLSearchParams('layers=conv_8_k3_p1~res(conv_8_k3_p1~relu)'),
    );
    show().begin(network);
    const inside = await screen.findByRole('list', { name: /^Layers inside.*: layers inside/ });
    const out = within(inside).getByRole('textbox', { name: 'out' });
    await fireEvent.input(out, { target: { value: '4' } });
    expect(screen.getByRole('textbox', { name: 'layers inside' })).toHaveValue('conv_4_k3_p1~relu');
    await press('Remove 2 Activation from the block');
    expect(screen.getByRole('textbox', { name: 'layers inside' })).toHaveValue('conv_4_k3_p1');
  });

  it('a broken network says in what is taken along where it broke', async () => {
    show();
    await type(3, 'kernel', '15');
    expect(screen.getByLabelText('PyTorch')).toHaveTextContent(
      /^# The network breaks at 4 Convolution: The kernel spans 15 pixels/,
    );
    await press('CSV');
    expect(screen.getByLabelText('CSV')).toHaveTextContent(/The network breaks at 4 Convolution/);
  });

  it('gives the network as PyTorch and as a table', async () => {
    show();
    expect(screen.getByLabelText('PyTorch')).toHaveTextContent('nn.Conv2d(1, 6, 5)');
    await press('CSV');
    expect(screen.getByLabelText('CSV')).toHaveTextContent(
      '1 Convolution,conv,out=6 kernel=5 stride=1 padding=0 dilation=1 groups=1 bias,6×28×28,156,122304',
    );
  });

  it('copies a link to the network as it stands, and offers none that could not be read', async () => {
    const user = userEvent.setup();
    show();
    await user.clear(within(layers()[0]).getByRole('textbox', { name: 'out' }));
    await user.keyboard('8');
    await user.click(screen.getByRole('button', { name: 'Copy the link' }));
    expect(await navigator.clipboard.readText()).toContain('layers=conv_8_k5~relu');
    await user.clear(within(layers()[3]).getByRole('textbox', { name: 'out' }));
    await user.keyboard('~');
    expect(screen.getByRole('button', { name: /link|Copied/ })).toBeDisabled();
  });

  it('a residual block: its layers are typed, and what is wrong with them is said', async () => {
    const { network } = networkFromLink(
      new URLSearchParams('layers=conv_8_k3_p1~res(conv_8_k3_p1~relu~conv_8_k3_p1_init-zero)'),
    );
    show().begin(network);
    const body = await screen.findByRole('textbox', { name: 'layers inside' });
    expect(result('parameters')).toBe('1,248');
    await fireEvent.input(body, { target: { value: 'conv_8_k3_p1~rel' } });
    expect(body).toHaveAccessibleDescription(/“rel” is no kind of layer/);
    await fireEvent.input(body, { target: { value: 'conv_4_k3_p1' } });
    expect(layers()[1]).toHaveTextContent(
      'The body comes to 4 × 28 × 28 and the shortcut to 8 × 28 × 28',
    );
    await fireEvent.input(body, { target: { value: 'relu~conv_8_k40' } });
    expect(layers()[1]).toHaveTextContent(/Inside, at block1.conv1: The kernel spans 40 pixels/);
  });

  it('where a layer starts can be chosen', async () => {
    const state = show();
    const [start] = screen.getAllByRole('combobox', { name: 'starts' });
    await userEvent.selectOptions(start, 'zero');
    expect(state.current.rows[0].start).toBe('zero');
  });

  it('an input that is no number is a sentence beside its field', async () => {
    show();
    const field = screen.getByRole('textbox', { name: 'channels' });
    await userEvent.clear(field);
    expect(field).toHaveAccessibleDescription(/Enter a whole number/);
    expect(result('output')).toBe('—');
  });
});
