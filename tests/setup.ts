import fc from 'fast-check';
import { afterAll, vi } from 'vitest';

// What is drawn in a test is drawn alike in every run.
fc.configureGlobal({ seed: 1998 });

// Test files share a worker: what one has put in place of the platform's own is not for the next.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
