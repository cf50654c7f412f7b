import {
  readNotebook,
  writeNotebook,
  type FileProblem,
  type Notebook,
} from '$lib/notebook/formula';

export const storageKey = 'scratch-notebook';
const asideKey = 'scratch-notebook-unreadable';

/** What is kept on this machine: a notebook, nothing, or something that cannot be read. */
export type Kept =
  { kind: 'notebook'; notebook: Notebook } | { kind: 'none' } | { kind: 'damaged' };

/** A text that was kept as a notebook and cannot be read, and why. */
export interface SetAside {
  readonly text: string;
  readonly problem: FileProblem;
}

/**
 * Reads the notebook kept on this machine; where storage is forbidden there is none. A text that
 * cannot be read is set aside, so that what is written next does not take its place.
 */
export function loadKept(): Kept {
  try {
    const text = localStorage.getItem(storageKey);
    if (text === null) return { kind: 'none' };
    const read = readNotebook(text);
    if (read.ok) return { kind: 'notebook', notebook: read.notebook };
    localStorage.setItem(asideKey, text);
    return { kind: 'damaged' };
  } catch {
    return { kind: 'none' };
  }
}

/** The text that was set aside, if there is one. */
export function loadAside(): SetAside | undefined {
  try {
    const text = localStorage.getItem(asideKey);
    if (text === null) return undefined;
    const read = readNotebook(text);
    return read.ok ? undefined : { text, problem: read.problem };
  } catch {
    return undefined;
  }
}

/** Forgets the text that was set aside, also where it still stands in the notebook's place. */
export function discardAside(): void {
  if (localStorage.getItem(storageKey) === localStorage.getItem(asideKey)) {
    localStorage.removeItem(storageKey);
  }
  localStorage.removeItem(asideKey);
}

/** Keeps a notebook on this machine; returns whether the browser allowed it. */
export function keep(notebook: Notebook): boolean {
  try {
    localStorage.setItem(storageKey, writeNotebook(notebook));
    return true;
  } catch {
    return false;
  }
}
