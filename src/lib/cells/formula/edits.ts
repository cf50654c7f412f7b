import { Remembered } from '$lib/ui/remembered';

/** The reader's edit of a lesson's formula: the same in every language of the lesson. */
export function rememberedEdit(pathname: string, id: string): Remembered<string> {
  const key = `formula${pathname.replace(/^.*?\/(en|zh)(?=\/|$)/, '')}#${id}`;
  return new Remembered(key, { read: (text) => text, write: (text) => text });
}
