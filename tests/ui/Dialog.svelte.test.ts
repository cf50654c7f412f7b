import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import Dialog from '$lib/ui/Dialog.svelte';

// jsdom has the element and not its methods.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

test('holds nothing until it is opened, and nothing once it is closed', async () => {
  const setup = vi.fn();
  const children = createRawSnippet(() => ({ render: () => '<p>inside</p>', setup }));
  const { component } = render(Dialog, { title: 'Choose', width: 40, children });
  expect(setup).not.toHaveBeenCalled();
  component.open();
  expect(await screen.findByRole('dialog', { name: 'Choose' })).toHaveTextContent('inside');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByText('inside')).toBeNull());
  expect(screen.queryByRole('dialog')).toBeNull();
});
