import { splitPath } from '$lib/ui/locale';

/** Where the reader's edit of a lesson's formula is kept: the same in every language. */
export function editKey(pathname: string, id: string): string {
  return `formula${splitPath(pathname).path}#${id}`;
}

/** The reader's edit, where there is one and storage may be read. */
export function loadEdit(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an edit, or with undefined forgets it; returns whether the browser allowed it. */
export function saveEdit(key: string, source: string | undefined): boolean {
  try {
    if (source === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, source);
    return true;
  } catch {
    return false;
  }
}
