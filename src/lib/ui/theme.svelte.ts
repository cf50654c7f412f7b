/** The reader's choice of theme; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const storageKey = 'theme';

function storedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** The theme in force, reactive: pictures drawn on a canvas read it to be drawn again. */
class Theme {
  choice = $state<ThemeChoice>('system');
  #systemIsDark = $state(false);

  constructor() {
    if (typeof window === 'undefined' || typeof window.matchMedia !== 'function') return;
    this.choice = storedChoice();
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    this.#systemIsDark = system.matches;
    system.addEventListener('change', (event) => (this.#systemIsDark = event.matches));
  }

  /** The theme as it is seen now. */
  get current(): 'light' | 'dark' {
    if (this.choice !== 'system') return this.choice;
    return this.#systemIsDark ? 'dark' : 'light';
  }

  /** Changes to the other theme and remembers it on this machine. */
  toggle(): void {
    this.choice = this.current === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = this.choice;
    try {
      localStorage.setItem(storageKey, this.choice);
    } catch {
      // Storage is forbidden: the choice holds until the page is left.
    }
  }
}

export const theme = new Theme();
