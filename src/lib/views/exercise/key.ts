import type { Task } from '$lib/exercises';
import type { Exercise } from '$lib/notebook';

/** The right answer as the key of a printed lesson gives it, as HTML; '' where it is not known yet. */
export function keyOf({ kind, items }: Pick<Exercise, 'kind' | 'items'>, task: Task): string {
  if (items.length === 0) return task.right.filter((text) => text !== '').join(' · ');
  if (kind === 'order') return items.map(({ label }, at) => `${at + 1}. ${label}`).join(' ');
  return items
    .filter(({ right }) => right)
    .map(({ label }) => label)
    .join('; ');
}

/** What the exercises of the page have drawn: their keys, asked for when the page is printed. */
const keys = new Map<string, () => string>();

/** Gives the key of an exercise, by the id of its place on the page, from now on; returns a function that ends it. */
export function giveKey(id: string, key: () => string): () => void {
  keys.set(id, key);
  return () => {
    if (keys.get(id) === key) keys.delete(id);
  };
}

/** The key of an exercise as it stands on the page now; undefined where its script has not come. */
export const keyNow = (id: string): string | undefined => keys.get(id)?.();
