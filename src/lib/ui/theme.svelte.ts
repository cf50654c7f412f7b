import { flushSync } from 'svelte';
import { Remembered, type RememberingProblem } from './remembered';

/** The reader's choice of theme; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** The reader's own choice, where there is one; `before-hydration.js` reads it before the first paint. */
const remembered = new Remembered<'light' | 'dark'>('theme', {
  read: (text) => (text === 'light' || text === 'dark' ? text : undefined),
  write: (choice) => choice,
});

/** The theme in force, reactive: pictures drawn on a canvas read it to be drawn again. */
class Theme {
  choice = $state<ThemeChoice>('system');
  /** Why the browser does not remember the choice. */
  problem = $state<RememberingProblem>();
  #systemIsDark = $state(false);
  #isPrinting = $state(false);

  constructor() {
    if (typeof window === 'undefined' || typeof window.matchMedia !== 'function') return;
    this.choice = remembered.recall() ?? 'system';
    remembered.follow((choice) => this.#choose(choice ?? 'system'));
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    this.#systemIsDark = system.matches;
    system.addEventListener('change', (event) => (this.#systemIsDark = event.matches));
    // Paper is light. What is drawn on a canvas must be drawn again before the printer looks.
    window.addEventListener('beforeprint', () => {
      document.documentElement.dataset.theme = 'light';
      flushSync(() => (this.#isPrinting = true));
    });
    window.addEventListener('afterprint', () => {
      this.#choose(this.choice);
      this.#isPrinting = false;
    });
  }

  /** The theme as it is seen now. */
  get current(): 'light' | 'dark' {
    if (this.#isPrinting) return 'light';
    if (this.choice !== 'system') return this.choice;
    return this.#systemIsDark ? 'dark' : 'light';
  }

  /** Changes to the other theme and remembers it on this machine. */
  toggle(): void {
    const choice = this.current === 'dark' ? 'light' : 'dark';
    this.#choose(choice);
    this.problem = remembered.keep(choice);
  }

  #choose(choice: ThemeChoice): void {
    this.choice = choice;
    const { dataset } = document.documentElement;
    if (choice === 'system') delete dataset.theme;
    else dataset.theme = choice;
  }
}

export const theme = new Theme();
