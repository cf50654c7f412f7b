import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import NetworkCalculator from '$lib/cells/network-calculator/NetworkCalculator.svelte';

const rowsOf = () =>
  within(screen.getByRole('table'))
    .getAllByRole<HTMLTableRowElement>('row')
    .map(({ cells }) => [...cells].map(({ textContent }) => textContent?.trim()));

async function type(field: string, text: string) {
  const input = screen.getByRole('textbox', { name: field });
  await userEvent.clear(input);
  if (text) await userEvent.type(input, text);
}

test('begins with the network of the notebook', () => {
  render(NetworkCalculator);
  const rows = rowsOf();
  expect(rows[1]).toEqual(['C1', '6 × 28 × 28', '5 × 5', '156', '117,600']);
  expect(rows[3]).toEqual(['C3', '16 × 10 × 10', '14 × 14', '2,416', '240,000']);
  expect(rows.at(-1)).toEqual(['together', '61,706', '416,520']);
});

test('a digit without its border makes it another network, zeros around it the same again', async () => {
  render(NetworkCalculator);
  await type('picture', '28');
  expect(rowsOf()[4]).toEqual(['S4', '16 × 4 × 4', '16 × 16', '0', '0']);
  expect(rowsOf().at(-1)).toEqual(['together', '44,426', '281,640']);
  await type('padding in C1', '2');
  expect(rowsOf().at(-1)).toEqual(['together', '61,706', '416,520']);
});

test('a picture that is too small: where it breaks and why', async () => {
  render(NetworkCalculator);
  await type('picture', '8');
  expect(
    screen.getByText(/The network breaks at C3\. The kernel spans 5 pixels/),
  ).toBeInTheDocument();
  expect(rowsOf().map(([name]) => name)).toEqual(['layer', 'C1', 'S2']);
});

test('what is not a number is said beside its field', async () => {
  render(NetworkCalculator);
  await type('picture', 'abc');
  expect(screen.getByRole('textbox', { name: 'picture' })).toHaveAccessibleDescription(
    /not a number/,
  );
});
