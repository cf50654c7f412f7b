import { imageSize } from '../dataset';

/** The 64 characters that stand in a link as they are; a character's place is its number. */
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The darkest of the 16 grey levels; level `g` is byte `17 g`. */
const darkest = 15;
const bytesPerLevel = 255 / darkest;

/** What a character says: some pixels of one level. */
interface Run {
  readonly level: number;
  readonly length: number;
}

/**
 * What each character stands for: one pixel of a level 1 to 15, or a run of 1 to 32 pixels of
 * background, or a run of 2 to 18 pixels of full ink.
 */
const runs: readonly Run[] = [
  ...Array.from({ length: 15 }, (_, i) => ({ level: i + 1, length: 1 })),
  ...Array.from({ length: 32 }, (_, i) => ({ level: 0, length: i + 1 })),
  ...Array.from({ length: 17 }, (_, i) => ({ level: darkest, length: i + 2 })),
];

const characterOf = new Map(
  runs.map(({ level, length }, i) => [`${level} ${length}`, characters[i]]),
);
const runOf = new Map(runs.map((run, i) => [characters[i], run]));

/** The longest run of a level that one character can say. */
const longestRun = (level: number) =>
  Math.max(...runs.filter((run) => run.level === level).map(({ length }) => length));
const longestRuns = Array.from({ length: darkest + 1 }, (_, level) => longestRun(level));

/** A picture with the nearest of 16 evenly spaced grey levels for each of 256: what a link can hold. */
export function roundGrey(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => bytesPerLevel * Math.round(byte / bytesPerLevel));
}

/**
 * An image `[28, 28]` as text for a link, about 150 characters, all of which stand in an address as they
 * are. Grey levels are rounded to 16, so `decodeDigit` gives back `roundGrey(bytes)`. Throws where the
 * bytes are not one image.
 */
export function encodeDigit(bytes: Uint8Array): string {
  if (bytes.length !== imageSize) {
    throw new Error(`encodeDigit: invalid bytes: expected ${imageSize}, got ${bytes.length}`);
  }
  const levels = bytes.map((byte) => Math.round(byte / bytesPerLevel));
  let text = '';
  for (let at = 0; at < imageSize;) {
    const level = levels[at];
    const most = Math.min(longestRuns[level], imageSize - at);
    let length = 1;
    while (length < most && levels[at + length] === level) length++;
    text += characterOf.get(`${level} ${length}`);
    at += length;
  }
  return text;
}

/** The image `[28, 28]` that `encodeDigit` wrote as this text; undefined for any other text. */
export function decodeDigit(text: string): Uint8Array | undefined {
  if (text.length > imageSize) return undefined;
  const bytes = new Uint8Array(imageSize);
  let at = 0;
  for (const character of text) {
    const run = runOf.get(character);
    if (!run || at + run.length > imageSize) return undefined;
    bytes.fill(run.level * bytesPerLevel, at, at + run.length);
    at += run.length;
  }
  // Whatever can be written in two ways is accepted in one only, so that one picture has one link.
  return at === imageSize && encodeDigit(bytes) === text ? bytes : undefined;
}
