import type { Loadable } from './problem';

/** What the notices on this page would try again. */
const waiting = new Map<Loadable, Set<() => void>>();

/** Remembers what would be tried again; returns what forgets it. */
export function addRetry(what: Loadable, retry: () => void): () => void {
  const all = waiting.get(what) ?? new Set();
  waiting.set(what, all.add(retry));
  return () => all.delete(retry);
}

/** Tries everything that waits for the same kind of file: it comes from one load. */
export function retryAll(what: Loadable): void {
  for (const retry of [...(waiting.get(what) ?? [])]) retry();
}
