import { afterAll, vi } from 'vitest';

// Test files share a worker: what one has put in place of the platform's own is not for the next.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
