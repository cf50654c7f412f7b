import { flushSync } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import beforePaint from '../../src/before-hydration.js?raw';

const { dataset } = document.documentElement;

/** A page that is opened anew. */
async function open() {
  delete dataset.theme;
  // Alive at once and deaf: the files of a worker share the page, and one that waits swallows presses.
  new Function('addEventListener', beforePaint)(() => {});
  document.documentElement.removeAttribute('data-waiting');
  vi.resetModules();
  return (await import('$lib/ui/theme.svelte')).theme;
}

beforeEach(() => {
  localStorage.clear();
  const matchMedia = () => ({ matches: false, addEventListener: () => {} });
  vi.stubGlobal('matchMedia', matchMedia);
});

test('a theme that was chosen is there before the first paint, and agrees with the page', async () => {
  (await open()).toggle();
  expect(dataset.theme).toBe('dark');
  const { current, choice } = await open();
  expect([dataset.theme, current, choice]).toEqual(['dark', 'dark', 'dark']);
});

test('a text that names no theme: the system’s, before the first paint and after', async () => {
  localStorage.setItem('theme', 'sepia');
  const { choice } = await open();
  expect([dataset.theme, choice]).toEqual([undefined, 'system']);
});

test('a choice in another tab is followed, and so is its end', async () => {
  const theme = await open();
  for (const newValue of ['dark', null]) {
    const change = { key: 'theme', newValue, storageArea: localStorage };
    window.dispatchEvent(new StorageEvent('storage', change));
    flushSync();
    expect([dataset.theme, theme.choice]).toEqual([newValue ?? undefined, newValue ?? 'system']);
  }
});

test('where it is not remembered it holds all the same, and that is known', async () => {
  const theme = await open();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  theme.toggle();
  expect([theme.current, theme.problem]).toEqual(['dark', 'full']);
  vi.restoreAllMocks();
});
