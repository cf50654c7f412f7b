/** A piece of a text, in which some is what was found. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** How much stands before what was found, and how much in all, in characters. */
const before = 30;
const whole = 130;

/** The part of a text around the first of the words, with all of them marked; its beginning where none stands in it. */
export function excerpt(text: string, words: readonly string[]): Piece[] {
  const lower = text.toLowerCase();
  const wanted = words.filter((word) => word !== '').sort((a, b) => b.length - a.length);
  const places = wanted.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const earliest = Math.max(0, first - before);
  const blank = text.indexOf(' ', earliest);
  // A word is not cut, unless there is no blank.
  const start = earliest > 0 && blank >= 0 && blank < first ? blank + 1 : earliest;
  const end = Math.min(text.length, start + whole);
  const pieces: Piece[] = [];
  const add = (piece: string, isFound: boolean) => {
    const last = pieces.at(-1);
    if (last?.isFound === isFound) pieces[pieces.length - 1] = { text: last.text + piece, isFound };
    else if (piece !== '') pieces.push({ text: piece, isFound });
  };
  if (start > 0) add('… ', false);
  for (let at = start; at < end;) {
    const word = wanted.find((one) => lower.startsWith(one, at));
    const length = word?.length ?? 1;
    add(text.slice(at, at + length), word !== undefined);
    at += length;
  }
  if (end < text.length) add(' …', false);
  return pieces;
}
