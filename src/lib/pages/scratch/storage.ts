import {
  readNotebook,
  writeNotebook,
  type FileProblem,
  type Notebook,
} from '$lib/notebook/formula';
import { Remembered } from '$lib/ui/remembered';

/** The reader's notebook, as this browser remembers it. */
export const rememberedNotebook = new Remembered<Notebook>('scratch-notebook', {
  read(text) {
    const read = readNotebook(text);
    return read.ok ? read.notebook : undefined;
  },
  write: writeNotebook,
});

/** A text that was kept as a notebook and cannot be read, and why. */
export interface SetAside {
  readonly text: string;
  readonly problem: FileProblem;
}

/** The text that was set aside, if there is one. */
export function loadAside(): SetAside | undefined {
  const text = rememberedNotebook.aside;
  if (text === undefined) return undefined;
  const read = readNotebook(text);
  return read.ok ? undefined : { text, problem: read.problem };
}
