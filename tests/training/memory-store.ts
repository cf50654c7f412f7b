import { createRunStore, shelves, StoreError, type RunStore } from '$lib/training/run-store';
import type { StoreProblem } from '$lib/training';

/** Runs kept in memory by the rules of the real store; with this, what a test wants to see or break. */
export interface MemoryStore extends RunStore {
  /** What stands on each shelf, by id. */
  readonly kept: Readonly<Record<(typeof shelves)[number], Map<string, unknown>>>;
  /** Why everything fails, as where storage is full or forbidden. */
  problem: StoreProblem | undefined;
  /** From now on a checkpoint finds no room. */
  fillUp(): void;
}

/** A copy, as a database makes it; its arrays of numbers are of this realm, unlike structuredClone's in jsdom. */
function copy(value: unknown): unknown {
  if (value instanceof Float64Array || value instanceof Float32Array) return value.slice();
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)]));
}

export function memoryStore(): MemoryStore {
  const kept = { runs: new Map<string, unknown>(), checkpoints: new Map<string, unknown>() };
  let full = false;
  const state = {
    problem: undefined as StoreProblem | undefined,
    fillUp: () => void (full = true),
  };
  let turn: Promise<unknown> = Promise.resolve();

  const store = createRunStore((mode, use) => {
    const result = turn.then(async () => {
      const before = shelves.map((shelf) => [shelf, new Map(kept[shelf])] as const);
      try {
        if (state.problem) throw new StoreError(state.problem);
        return await use({
          get: async (shelf, id) => copy(kept[shelf].get(id)),
          put: async (shelf, id, value) => {
            if (full && shelf === 'checkpoints') throw new StoreError('full');
            kept[shelf].set(id, copy(value));
          },
          delete: async (shelf, id) => kept[shelf].delete(id),
          ids: async (shelf) => [...kept[shelf].keys()],
        });
      } catch (error) {
        for (const [shelf, values] of before) {
          kept[shelf].clear();
          values.forEach((value, id) => kept[shelf].set(id, value));
        }
        throw error;
      }
    });
    // One transaction after another, as in a database.
    turn = result.catch(() => {});
    return result;
  });

  return Object.assign(state, store, { kept });
}
