import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { afterAll } from 'vitest';

/** jsdom lays nothing out, so that no element ever changes its size. */
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver ??= NoResizeObserver;

// What is fetched when it is needed takes its time on a slow machine.
configure({ asyncUtilTimeout: 30_000 });

// Test files share a window, too.
afterAll(() => {
  configure({ defaultHidden: false });
  localStorage.clear();
  sessionStorage.clear();
});
