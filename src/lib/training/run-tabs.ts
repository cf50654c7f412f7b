/** How the tabs of this page share the runs that are kept: which are open, and that something has changed. */
export interface RunTabs {
  /**
   * Takes a run for whoever calls, until the function that it returns is called or the caller is
   * gone; undefined where another has it.
   */
  take(id: string): Promise<(() => void) | undefined>;
  /** The runs that are taken, here or in another tab. */
  taken(): Promise<ReadonlySet<string>>;
  /** Tells all tabs that what is kept, or which runs are taken, has changed. */
  announce(): void;
  /** Calls back at each announcement; returns the function that ends it. */
  hear(onchange: () => void): () => void;
}

const prefix = 'lenet5-run-';

/** Milliseconds in which a worker that was just ended gives up what it has taken. */
const patienceMs = 1500;

/**
 * The tabs of this browser. Where it has no Web Locks (a page over http) every run can be taken: the
 * store then refuses the saves of the tab that had it before. Without BroadcastChannel nothing is heard.
 */
export function browserRunTabs(): RunTabs {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;

  function announce(): void {
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(prefix);
    channel.postMessage('changed');
    channel.close();
  }

  const awaited = new Set<string>();

  /** Announces that a lock is free again: a tab that is closed cannot say so itself. */
  function awaitEnd(name: string): void {
    if (awaited.has(name)) return;
    awaited.add(name);
    const heardOf = () => {
      awaited.delete(name);
      announce();
    };
    locks?.request(name, { mode: 'shared' }, () => {}).then(heardOf, () => awaited.delete(name));
  }

  return {
    announce,

    take: (id) =>
      new Promise((resolve) => {
        if (!locks) return resolve(() => {});
        const hold = () =>
          new Promise<void>((letGo) => {
            resolve(() => letGo());
            announce();
          });
        const waiting = new AbortController();
        const timer = setTimeout(() => waiting.abort(), patienceMs);
        locks
          .request(prefix + id, { signal: waiting.signal }, hold)
          // Let go of, or never had: another has it, or this window may have no locks.
          .then(announce, () => resolve(waiting.signal.aborted ? undefined : () => {}))
          .finally(() => clearTimeout(timer));
      }),

    async taken() {
      const { held = [] } = (await locks?.query()) ?? {};
      const names = held.flatMap(({ name = '', mode }) =>
        mode === 'exclusive' && name.startsWith(prefix) ? [name] : [],
      );
      names.forEach(awaitEnd);
      return new Set(names.map((name) => name.slice(prefix.length)));
    },

    hear(onchange) {
      if (typeof BroadcastChannel === 'undefined') return () => {};
      const channel = new BroadcastChannel(prefix);
      channel.onmessage = () => onchange();
      return () => channel.close();
    },
  };
}
