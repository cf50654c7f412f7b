import {
  readNotebook,
  writeNotebook,
  type FileProblem,
  type Notebook,
} from '$lib/notebook/formula';
import { Remembered, type TextForm } from '$lib/ui/remembered';

const form: TextForm<Notebook> = {
  read(text) {
    const read = readNotebook(text);
    return read.ok ? read.notebook : undefined;
  },
  write: writeNotebook,
};

/** The reader's notebook, as this browser remembers it. */
export const rememberedNotebook = new Remembered('scratch-notebook', form);

/**
 * What the reader has made of the notebook in a link, the address from its `#` on: each link has a
 * draft of its own.
 */
export const rememberedDraft = (link: string) =>
  new Remembered(`scratch-notebook-draft${link}`, form);

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
