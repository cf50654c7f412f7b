import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import ParameterCounts from '$lib/pages/calculator/ParameterCounts.svelte';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
// By its label: a search by role would compute the names of all hundred squares each time.
const square = (name: string) => screen.getByLabelText(name, { selector: 'button' });

describe('ParameterCounts', () => {
  it('begins with the mistake, and says what is wrong with it', () => {
    render(ParameterCounts);
    expect(button(/^416/)).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText(/the other five would never be read/)).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('1 × 25 = 25 weights');
  });

  it('2,416: a kernel is a block of six sheets', async () => {
    render(ParameterCounts);
    await userEvent.click(button(/^2,416/));
    expect(screen.getByRole('status')).toHaveTextContent('6 × 25 = 150 weights and a bias, 151');
  });

  it('1,516: a column shows its kernel, a square changes the count, and back', async () => {
    render(ParameterCounts);
    await userEvent.click(button(/^1,516/));
    await userEvent.click(square('kernel 0'));
    expect(screen.getByRole('status')).toHaveTextContent('3 × 25 = 75 weights and a bias, 76');
    await userEvent.click(square('C3·0 sees S2·5'));
    expect(square('C3·0 sees S2·5')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('1,541')).toBeVisible();
    expect(screen.getByText('61 of 96 pairs are joined.')).toBeVisible();
    await userEvent.click(screen.getByText('Table I again'));
    expect(document.activeElement).toHaveAccessibleName(/sees S2/);
    expect(screen.getByText('1,516')).toBeVisible();
  });

  it('arrow keys walk over the squares', async () => {
    render(ParameterCounts);
    await userEvent.click(button(/^1,516/));
    square('C3·0 sees S2·0').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(square('C3·1 sees S2·1')).toHaveFocus();
  });
});
