/** States that can be gone back to, the one that holds now, and those that were undone. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the latest change was of; changes of one thing in a row are undone together. */
  label?: string;
}

const longest = 200;

/** A history that begins now. */
export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/**
 * Makes `next` the present. Where its label is that of the change before it, as with letters typed
 * into one field, both are one change.
 */
export function record<T>(history: History<T>, next: T, label?: string): History<T> {
  if (Object.is(next, history.present)) return history;
  const joins = label !== undefined && label === history.label && history.past.length > 0;
  const past = joins ? history.past : [...history.past, history.present].slice(-longest);
  return { past, present: next, future: [], label };
}

/** Ends a run of changes of one thing: the next change is undone on its own. */
export function seal<T>({ past, present, future }: History<T>): History<T> {
  return { past, present, future };
}

/** The state before the latest change; the same history where there is none. */
export function undo<T>({ past, present, future }: History<T>): History<T> {
  if (past.length === 0) return { past, present, future };
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] };
}

/** The state that was last undone; the same history where there is none. */
export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future };
  return { past: [...past, present], present: next, future: rest };
}
