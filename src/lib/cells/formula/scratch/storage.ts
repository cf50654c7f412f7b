import { readNotebook, writeNotebook, type Notebook } from '$lib/notebook/formula';

const storageKey = 'scratch-notebook';

/** What is kept on this machine: a notebook, nothing, or something that cannot be read. */
export type Kept =
  { kind: 'notebook'; notebook: Notebook } | { kind: 'none' } | { kind: 'damaged' };

/** Reads the notebook kept on this machine; where storage is forbidden there is none. */
export function loadKept(): Kept {
  let text: string | null;
  try {
    text = localStorage.getItem(storageKey);
  } catch {
    return { kind: 'none' };
  }
  if (text === null) return { kind: 'none' };
  const read = readNotebook(text);
  return read.ok ? { kind: 'notebook', notebook: read.notebook } : { kind: 'damaged' };
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
