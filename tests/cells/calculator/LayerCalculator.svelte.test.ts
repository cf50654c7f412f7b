import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import LayerCalculator from '$lib/cells/calculator/LayerCalculator.svelte';

const result = (name: string) => screen.getByRole('status', { name });
const field = (name: string) => screen.getByRole('textbox', { name });

async function type(name: string, text: string) {
  const user = userEvent.setup();
  await user.clear(field(name));
  if (text !== '') await user.type(field(name), text);
}

describe('LayerCalculator', () => {
  it('begins with C1', () => {
    render(LayerCalculator);
    expect(result('output size')).toHaveTextContent('6 × 28 × 28');
    expect(result('parameters')).toHaveTextContent('156');
    expect(result('multiply-adds')).toHaveTextContent('117,600');
  });

  it('in a lesson it begins with what the lesson says: C3', () => {
    render(LayerCalculator, { input: 14, kernel: 5, padding: 0, in: 6, out: 16 });
    expect(result('output size')).toHaveTextContent('16 × 10 × 10');
    expect(result('parameters')).toHaveTextContent('2,416');
    expect(result('multiply-adds')).toHaveTextContent('240,000');
  });

  it('its fields and results have the names that links and tests use', () => {
    const { container } = render(LayerCalculator);
    const names = [...container.querySelectorAll('[name]')].map((part) =>
      part.getAttribute('name'),
    );
    expect(names).toEqual(
      'kind input kernel stride padding in out bias size parameters macs'.split(' '),
    );
  });

  it('a change of a field changes the results and the numbers in the formula', async () => {
    const { container } = render(LayerCalculator);
    await type('stride', '3');
    expect(result('output size')).toHaveTextContent('6 × 10 × 10');
    await expect
      .poll(() =>
        [...container.querySelectorAll('annotation')].map((tex) => tex.textContent).join(''),
      )
      .toBe(
        '\\out{O}=\\left\\lfloor\\frac{\\inp{W}-\\weight{K}+2P}{S}\\right\\rfloor+1' +
          '{}=\\left\\lfloor\\frac{\\inp{32}-\\weight{5}+2\\cdot 0}{3}\\right\\rfloor+1=\\out{10}',
      );
  });

  it('without a bias C1 has 150 parameters', async () => {
    render(LayerCalculator);
    await userEvent.click(screen.getByRole('checkbox', { name: 'bias' }));
    expect(result('parameters')).toHaveTextContent('150');
  });

  it('pooling begins with S2 and keeps what the reader had changed', async () => {
    render(LayerCalculator);
    await type('input', '30');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'layer' }), 'Max pooling');
    expect(result('output size')).toHaveTextContent('6 × 15 × 15');
    expect(result('parameters')).toHaveTextContent('0');
    expect(screen.queryByRole('textbox', { name: 'channels out' })).toBeNull();
  });

  it.each([
    ['kernel', '40', 'The kernel spans 40 pixels, but the input with its padding has only 32'],
    ['stride', '0', 'Without a stride of at least 1'],
    ['padding', '-1', 'it cannot be negative'],
    ['kernel', '2.5', '2.5 is not a whole number'],
    ['input', '1e9', '1,000,000,000 is too large'],
    ['input', '', 'Enter a whole number here.'],
    ['channels out', 'six', 'This is not a number.'],
  ])('%s %j: a sentence beside the field, and no result', async (name, text, sentence) => {
    render(LayerCalculator);
    await type(name, text);
    expect(field(name)).toBeInvalid();
    expect(field(name)).toHaveAccessibleDescription(expect.stringContaining(sentence));
    expect(result('output size')).toHaveTextContent('—');
    expect(result('parameters')).toHaveTextContent('—');
    await type(name, '28');
    expect(field(name)).toBeValid();
  });

  it.each(['\uff12\uff10', '二十', '二〇'])('takes the digits %s', async (text) => {
    render(LayerCalculator);
    await type('input', text);
    expect(result('output size')).toHaveTextContent('6 × 16 × 16');
  });
});
