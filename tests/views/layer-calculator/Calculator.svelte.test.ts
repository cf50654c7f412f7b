import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Calculator from '$lib/views/layer-calculator/Calculator.svelte';
// The calculator fetches its solutions when it needs them; here they are there from the start, so that
// no test waits for the file.
import '$lib/views/layer-calculator/Solutions.svelte';
import { begun } from './begun';
import type { LayerKind } from '$lib/views/layer-calculator/form/settings';

function show(kind: LayerKind, changes: object = {}) {
  const settings = $state({ ...begun[kind], ...changes });
  render(Calculator, { settings });
}

const result = (name: string) => screen.getByRole('status', { name }).textContent;
const field = (name: string) => screen.getByRole('textbox', { name });
const results = () =>
  ['output size', 'parameters', 'multiply-adds', 'connections'].map((name) => result(name));

describe('Calculator: every kind of layer', () => {
  it.each<[string, LayerKind, object, string[]]>([
    ['C1', 'conv', {}, ['6 × 28 × 28', '156', '117,600', '122,304']],
    ['padding same', 'conv', { padding: 'same' }, ['6 × 28 × 28', '156', '117,600', '122,304']],
    ['six groups', 'conv', { in: '6', groups: '6' }, ['6 × 28 × 28', '156', '117,600', '122,304']],
    ['S2 today', 'pool', {}, ['6 × 14 × 14', '0', '0', '4,704']],
    ['S2 of 1998', 'subsample', {}, ['6 × 14 × 14', '12', '0', '5,880']],
    [
      'average pooling rounded up',
      'average',
      { input: '27', ceilMode: true },
      ['6 × 14 × 14', '0', '0', '4,704'],
    ],
    ['transposed', 'transposed', {}, ['6 × 28 × 28', '150', '28,224', '32,928']],
    ['F6', 'linear', {}, ['84', '10,164', '10,080', '10,164']],
    [
      'height and width apart',
      'conv',
      { inputWidth: '20', kernelWidth: '3', strideWidth: '2', paddingWidth: '0' },
      ['6 × 28 × 9', '96', '22,680', '24,192'],
    ],
  ])('%s', (_case, kind, changes, expected) => {
    show(kind, changes);
    expect(results()).toEqual(expected);
  });

  it('a batch of 64: activations and memory', () => {
    show('conv', { batch: '64' });
    expect(result('activations')).toBe('301,056');
    expect(result('memory, bytes')).toBe('1,204,848');
    expect(result('FLOPs')).toBe('235,200');
    expect(result('receptive field')).toBe('5');
  });

  it('groups that do not divide the channels are a sentence beside groups', () => {
    show('conv', { in: '6', groups: '4' });
    expect(field('groups')).toBeInvalid();
    expect(field('groups')).toHaveAccessibleDescription(/6 channels in cannot be shared/);
  });

  it('a kernel too wide is a sentence beside its width', () => {
    show('conv', { inputWidth: '3', paddingWidth: '0' });
    expect(field('kernel, width')).toHaveAccessibleDescription(/spans 5 pixels.*only 3/);
  });

  it('height and width apart, and together again', async () => {
    show('conv');
    const tick = screen.getByRole('checkbox', { name: 'height and width apart' });
    await userEvent.click(tick);
    await userEvent.clear(field('input, width'));
    await userEvent.type(field('input, width'), '20');
    expect(result('output size')).toBe('6 × 28 × 20');
    await userEvent.click(tick);
    expect(result('output size')).toBe('6 × 28 × 28');
  });

  it('padding by name writes the name into the field', async () => {
    show('conv', { kernel: '3' });
    await userEvent.click(screen.getByRole('button', { name: 'valid' }));
    expect(field('padding')).toHaveValue('valid');
    expect(result('output size')).toBe('6 × 26 × 26');
  });
});

describe('Calculator: backwards', () => {
  it('the article: 28 = (32 − N)/1 + 1, so the kernel is 5; picking it fills it in', async () => {
    show('conv', { input: '32', padding: '0', kernel: '', output: '28' });
    expect(await screen.findByText(/One setting gives an output of 28/)).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'kernel 5' }));
    expect(field('kernel')).toHaveValue('5');
    expect(field('kernel')).toHaveFocus();
    expect(result('output size')).toBe('6 × 28 × 28');
    expect(screen.getByText('The output is 28, as wanted.')).toBeVisible();
  });

  it('says how near one can get', async () => {
    show('conv', { stride: '2', padding: '0', kernel: '', output: '28' });
    expect(
      await screen.findByText(/No whole number gives an output of 28. The nearest is 14/),
    ).toBeVisible();
  });

  it('two blank fields: many ways, and all of them on demand', async () => {
    show('conv', { kernel: '', padding: '', output: '28' });
    expect(await screen.findByText(/32 settings give an output of 28/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all 32' }));
    const ways = screen.getAllByRole('button', { name: /^kernel/ });
    expect(ways).toHaveLength(32);
    expect(ways[10]).toHaveFocus();
  });

  it('more ways than anyone reads: all are counted, a hundred listed', async () => {
    show('conv', { input: '5000', kernel: '', stride: '', padding: '0', output: '2' });
    expect(await screen.findByText(/[\d,]{7,} settings give an output of 2/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show the first 100' }));
    expect(screen.getAllByRole('button', { name: /^kernel/ })).toHaveLength(100);
  });

  it('two blank fields with no answer: says that it is of what was tried', async () => {
    show('conv', { kernel: '', padding: '', output: '5000' });
    expect(
      await screen.findByText(/Nothing that was tried gives an output of 5,000/),
    ).toBeVisible();
  });

  it('a transposed convolution: what doubles 14', async () => {
    show('transposed', { kernel: '', padding: '', output: '28' });
    await userEvent.click(await screen.findByRole('button', { name: 'kernel 4 and padding 1' }));
    expect(result('output size')).toBe('6 × 28 × 28');
    expect(screen.getByText('The output is 28, as wanted.')).toBeVisible();
  });

  it('padding by name: the kernel whose full padding gives 32', async () => {
    show('conv', { kernel: '', padding: 'full', output: '32' });
    await userEvent.click(await screen.findByRole('button', { name: 'kernel 5' }));
    expect(result('output size')).toBe('6 × 32 × 32');
  });

  it('height and width apart are looked for each by itself', async () => {
    const sides = { inputWidth: '20', strideWidth: '1', paddingWidth: '0', dilationWidth: '1' };
    show('conv', { padding: '0', kernel: '', output: '24', outputWidth: '18', ...sides });
    const [down, across] = await screen.findAllByText(/One setting gives an output/);
    expect(down).toHaveTextContent('Height: One setting gives an output of 24.');
    expect(across).toHaveTextContent('Width: One setting gives an output of 18.');
    await userEvent.click(screen.getByRole('button', { name: 'kernel 5' }));
    expect(field('kernel, height')).toHaveValue('5');
    await userEvent.click(await screen.findByRole('button', { name: 'kernel 3' }));
    expect(field('kernel, width')).toHaveValue('3');
    expect(result('output size')).toBe('6 × 24 × 18');
    expect(screen.getByText('The output is 24 × 18, as wanted.')).toBeVisible();
  });

  it('a size that is wanted across alone, and is not what comes out', () => {
    show('conv', { inputWidth: '20', outputWidth: '9' });
    expect(screen.getByText(/The output is 20, not 9\./)).toBeVisible();
  });

  it('three blank fields are too many: each says so', () => {
    show('conv', { kernel: '', padding: '', stride: '', output: '28' });
    expect(field('kernel')).toBeInvalid();
    expect(field('stride')).toBeInvalid();
  });

  it('a wanted size that does not come out', () => {
    show('conv', { output: '27' });
    expect(screen.getByText(/The output is 28, not 27./)).toBeVisible();
  });
});

describe('Calculator: the drawn window', () => {
  const position = () => screen.getByRole('slider', { name: 'position of the window' });

  it('steps, goes back, and jumps to both ends', async () => {
    show('conv');
    const press = async (name: string) =>
      userEvent.click(await screen.findByRole('button', { name }));
    await press('Step');
    expect(screen.getByText(/^Output 0, 1 reads rows −2 … 2 and columns −1 … 3/)).toBeVisible();
    await press('Step back');
    expect(position()).toHaveValue('0');
    await press('Last step');
    expect(position()).toHaveValue('783');
    expect(screen.getByText(/^Output 27, 27 reads/)).toBeVisible();
  });

  it('the keyboard on the input says by how many outputs a pixel is read', async () => {
    show('conv');
    (await screen.findByRole('grid', { name: 'input' })).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(screen.getByText(/^Input 1, 1 is read by 16 outputs/)).toBeVisible();
  });

  it('a layer too large to draw says so', async () => {
    show('conv', { input: '500' });
    expect(await screen.findByText(/too large to be drawn/)).toBeVisible();
  });

  it('beside a number that is refused, the drawing says that it shows the settings before', async () => {
    show('conv');
    const remark = /shows the last settings that could be computed/;
    await screen.findByRole('button', { name: 'Last step' });
    expect(screen.queryByText(remark)).toBeNull();
    await userEvent.clear(field('kernel'));
    await userEvent.type(field('kernel'), '0');
    expect(screen.getByText(remark)).toBeVisible();
  });

  it('a position past the end of a smaller layer is its last one', async () => {
    show('conv');
    await userEvent.click(await screen.findByRole('button', { name: 'Last step' }));
    await userEvent.clear(field('input'));
    await userEvent.type(field('input'), '7');
    expect(screen.getByText(/^Output 6, 6 reads/)).toBeVisible();
  });
});
