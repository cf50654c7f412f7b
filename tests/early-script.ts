import { afterAll } from 'vitest';
import source from '../src/before-hydration.js?raw';

/** Runs the script that stands in the head of every page: from now on the page waits to come alive. */
export const runEarlyScript = () => new Function(source)();

// The files of a worker share its page: one that waits would swallow the presses of the next file.
afterAll(() => document.documentElement.removeAttribute('data-waiting'));
