import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Guarded from '$lib/ui/Guarded.svelte';

const reported = vi.fn();
beforeEach(() => vi.stubGlobal('reportError', reported));
afterEach(() => {
  vi.unstubAllGlobals();
  reported.mockClear();
});

/** A page that breaks so many times before it can be drawn. */
function breaking(times: number) {
  return createRawSnippet(() => ({
    render: () => {
      if (times-- > 0) throw new Error('no such tensor');
      return '<p>the page</p>';
    },
  }));
}

test('a page that can be drawn stands there by itself', () => {
  render(Guarded, { address: '/en/step', children: breaking(0) });
  expect(screen.getByText('the page')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('one that breaks gives way to a sentence, and is drawn again on request', async () => {
  render(Guarded, { address: '/en/step', children: breaking(1) });
  expect(screen.getByRole('alert')).toHaveTextContent(/Something on this page broke/);
  expect(reported).toHaveBeenCalledExactlyOnceWith(new Error('no such tensor'));
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('the page')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('another page is drawn after one that broke', async () => {
  const { rerender } = render(Guarded, { address: '/en/step', children: breaking(1) });
  await rerender({ address: '/en/train' });
  expect(screen.getByText('the page')).toBeInTheDocument();
});
