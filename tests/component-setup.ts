import '@testing-library/jest-dom/vitest';

/** jsdom lays nothing out, so that no element ever changes its size. */
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver ??= NoResizeObserver;
