/** How far a part of the page is that is fetched when it is needed. */
export type ArrivalState<T> =
  | { readonly is: 'coming' }
  /** It has not come for a long time, and may yet. */
  | { readonly is: 'late' }
  | { readonly is: 'failed' }
  | { readonly is: 'here'; readonly value: T };

/** Milliseconds after which something is said. */
const longestWait = 20_000;

/** A part of the page's script, `() => import(…)`, with its failures as a value that a page can show. */
export class Arrival<T> {
  state = $state.raw<ArrivalState<T>>({ is: 'coming' });

  readonly #load: () => Promise<T>;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /**
   * Fetches the part, or fetches it again; resolves to it, or to undefined where it cannot be had. Never
   * rejects: the state says what happened.
   */
  async fetch(): Promise<T | undefined> {
    this.state = { is: 'coming' };
    const timer = setTimeout(() => (this.state = { is: 'late' }), longestWait);
    try {
      const value = await this.#load();
      this.state = { is: 'here', value };
      return value;
    } catch {
      this.state = { is: 'failed' };
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}
