import '../../figures/no-canvas';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import MeantAs from '$lib/pages/microscope/MeantAs.svelte';

test('asks which digit was meant, says what counts until then, and tells the answer', async () => {
  const onsay = vi.fn();
  const digit = { pixels: new Uint8Array(784), label: 3, isAssumed: true };
  render(MeantAs, { digit, onsay });
  const question = screen.getByRole('group', { name: /Which digit did you mean\?.*counts as a 3/ });
  expect(question).toBeInTheDocument();
  await fireEvent.click(screen.getByRole('button', { name: '7' }));
  expect(onsay).toHaveBeenCalledExactlyOnceWith(7);
});
