import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import OutputCodes from '$lib/cells/output-codes/OutputCodes.svelte';

test('compares the two codes pressed last', async () => {
  render(OutputCodes);
  expect(screen.getByRole('status')).toHaveTextContent(
    'The codes of 6 and 8 differ in 12 of 84 pixels: their squared distance is 4 × 12 = 48.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Code of the 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Code of the 4' }));
  expect(screen.getByRole('status')).toHaveTextContent('4 × 50 = 200');
  expect(screen.getByRole('button', { name: 'Code of the 4' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('pressing the same code twice asks for another', async () => {
  render(OutputCodes);
  await userEvent.click(screen.getByRole('button', { name: 'Code of the 3' }));
  await userEvent.click(screen.getByRole('button', { name: 'Code of the 3' }));
  expect(screen.getByRole('status')).toHaveTextContent('This is the code of 3.');
});
