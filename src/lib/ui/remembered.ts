/** Why the browser does not remember a value: it gives this window no storage, or has no room left. */
export type RememberingProblem = 'forbidden' | 'full';

/** How a value is written as text, and read from it; undefined for a text that is none. */
export interface TextForm<T> {
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
}

/** Where it is remembered: for good and in every tab, or in this tab until it is closed. */
export type RememberedIn = 'localStorage' | 'sessionStorage';

/**
 * A value that the browser remembers for the reader under a key. Nothing here throws. A text under
 * the key that cannot be read is set aside under a key of its own before another takes its place.
 */
export class Remembered<T> {
  readonly key: string;
  readonly #form: TextForm<T>;
  readonly #place: RememberedIn;
  /** The text under the key when it was last looked at, known to be readable. */
  #readable: string | undefined;

  constructor(key: string, form: TextForm<T>, place: RememberedIn = 'localStorage') {
    this.key = key;
    this.#form = form;
    this.#place = place;
  }

  /** What is remembered; undefined where there is nothing, nothing readable, or no storage. */
  recall(): T | undefined {
    try {
      const text = this.#storage.getItem(this.key);
      if (text === null) return undefined;
      const value = this.#form.read(text);
      if (value === undefined) this.#setAside(this.#storage);
      else this.#readable = text;
      return value;
    } catch {
      return undefined;
    }
  }

  /** Remembers a value; returns why not where that fails, and what was there stays. */
  keep(value: T): RememberingProblem | undefined {
    return this.#try((storage) => {
      this.#setAside(storage);
      const text = this.#form.write(value);
      storage.setItem(this.key, text);
      this.#readable = text;
    });
  }

  /** Remembers nothing from now on; returns why not where that fails. */
  forget(): RememberingProblem | undefined {
    return this.#try((storage) => {
      this.#setAside(storage);
      storage.removeItem(this.key);
    });
  }

  /** A text that was set aside, if there is one. */
  get aside(): string | undefined {
    try {
      return this.#storage.getItem(this.#asideKey(1)) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Forgets the text that was set aside, also where it still stands under the key; if there are more,
   * the next takes its place.
   */
  discardAside(): RememberingProblem | undefined {
    return this.#try((storage) => {
      if (storage.getItem(this.key) === storage.getItem(this.#asideKey(1))) {
        storage.removeItem(this.key);
      }
      let place = 1;
      for (; ; place += 1) {
        const next = storage.getItem(this.#asideKey(place + 1));
        if (next === null) break;
        storage.setItem(this.#asideKey(place), next);
      }
      storage.removeItem(this.#asideKey(place));
    });
  }

  /**
   * Calls back with what another tab has remembered or, with undefined, forgotten; what cannot be
   * read is that tab's own business. Returns the function that ends it.
   */
  follow(onchange: (value: T | undefined) => void): () => void {
    const hear = ({ key, newValue, storageArea }: StorageEvent) => {
      if ((key !== this.key && key !== null) || storageArea !== this.#storage) return;
      const value = newValue === null ? undefined : this.#form.read(newValue);
      if (value !== undefined || newValue === null) onchange(value);
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }

  /** Throws where the browser forbids it. */
  get #storage(): Storage {
    return window[this.#place];
  }

  #asideKey(place: number): string {
    return `${this.key}-unreadable${place === 1 ? '' : `-${place}`}`;
  }

  /** Copies a text that cannot be read to the first free place, unless it has one already. */
  #setAside(storage: Storage): void {
    const text = storage.getItem(this.key);
    if (text === null || text === this.#readable || this.#form.read(text) !== undefined) return;
    let place = 1;
    while (![null, text].includes(storage.getItem(this.#asideKey(place)))) place += 1;
    storage.setItem(this.#asideKey(place), text);
  }

  #try(act: (storage: Storage) => void): RememberingProblem | undefined {
    try {
      act(this.#storage);
      return undefined;
    } catch (error) {
      const { name } = error as { readonly name?: unknown };
      return name === 'QuotaExceededError' ? 'full' : 'forbidden';
    }
  }
}
