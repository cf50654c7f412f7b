import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import UpdateCount from '$lib/cells/update-count/UpdateCount.svelte';

test('60,000 digits in batches of 64: the last, smaller batch counts', () => {
  render(UpdateCount);
  expect(screen.getByLabelText('updates per epoch')).toHaveTextContent('938');
  expect(screen.getByLabelText('updates in all')).toHaveTextContent('2,814');
});

test('a batch of one updates for every digit', async () => {
  render(UpdateCount);
  const batch = screen.getByRole('textbox', { name: 'batch size' });
  await userEvent.clear(batch);
  await userEvent.type(batch, '1');
  expect(screen.getByLabelText('updates per epoch')).toHaveTextContent('60,000');
});

test('a batch of none says why there is no answer', async () => {
  render(UpdateCount);
  const batch = screen.getByRole('textbox', { name: 'batch size' });
  await userEvent.clear(batch);
  await userEvent.type(batch, '0');
  expect(batch).toHaveAccessibleDescription(/at least 1/);
  expect(screen.getByLabelText('updates per epoch')).toHaveTextContent('—');
});
