import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { loadCell } from '$lib/cells';
import CellSlot from '../../src/routes/[lang=lang]/lessons/[slug]/CellSlot.svelte';

let comeNear: (() => void) | undefined;

beforeEach(() => {
  comeNear = undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(watched: (entries: { isIntersecting: boolean }[]) => void) {
        comeNear = () => watched([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {}
    },
  );
  // Here no server has written the cell: Svelte says so, and makes it anew.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const slot = { name: 'update-count', props: {}, idPrefix: 'batch-0-' };

test('a component that is there is shown at once', async () => {
  render(CellSlot, { props: { ...slot, component: await loadCell(slot.name) } });
  expect(screen.getByRole('textbox', { name: 'batch size' })).toBeInTheDocument();
});

test('a cell whose component is not there waits until the reader comes near', async () => {
  render(CellSlot, { props: { ...slot, component: undefined } });
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  comeNear?.();
  expect(await screen.findByRole('textbox', { name: 'batch size' })).toBeInTheDocument();
});

test('a cell that has gone before its script came is not brought back', async () => {
  const { unmount } = render(CellSlot, { props: { ...slot, component: undefined } });
  comeNear?.();
  unmount();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});
