import type { RunTabs } from '$lib/training';

/** Tabs that know of each other, as those of one browser do. */
export function memoryTabs(): RunTabs {
  const taken = new Set<string>();
  const listeners = new Set<() => void>();
  const announce = () => listeners.forEach((onchange) => onchange());
  return {
    announce,
    async take(id) {
      if (taken.has(id)) return undefined;
      taken.add(id);
      announce();
      return () => {
        taken.delete(id);
        announce();
      };
    },
    taken: async () => new Set(taken),
    hear(onchange) {
      listeners.add(onchange);
      return () => void listeners.delete(onchange);
    },
  };
}
