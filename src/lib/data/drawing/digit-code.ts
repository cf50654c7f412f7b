import { imageSize } from '../dataset';

/** The 64 characters that stand in a link as they are; a character's place is its number. */
const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The darkest of the 16 grey levels; level `g` is byte `17 g`. */
const darkest = 15;
const bytesPerLevel = 255 / darkest;

/** The longest run of background, and of full ink, that one character can say. */
const longestBlank = 32;
const longestInk = 18;

/** What a character says: some pixels of one level. */
interface Run {
  readonly level: number;
  readonly length: number;
}

/**
 * The number of the character for a run: 0 to 14 are one pixel of level 1 to 15, then come runs of 1 to
 * 32 pixels of background, then runs of 2 to 18 pixels of full ink.
 */
function numberOf({ level, length }: Run): number {
  if (level === 0) return darkest + length - 1;
  return length === 1 ? level - 1 : darkest + longestBlank + length - 2;
}

/** The run that the character of this number says. */
function runOf(number: number): Run {
  if (number < darkest) return { level: number + 1, length: 1 };
  const length = number - darkest + 1;
  if (length <= longestBlank) return { level: 0, length };
  return { level: darkest, length: length - longestBlank + 1 };
}

function longestRun(level: number): number {
  if (level === 0) return longestBlank;
  return level === darkest ? longestInk : 1;
}

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
  let at = 0;
  while (at < imageSize) {
    const level = levels[at];
    const most = Math.min(longestRun(level), imageSize - at);
    let length = 1;
    while (length < most && levels[at + length] === level) length++;
    text += characters[numberOf({ level, length })];
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
    const number = characters.indexOf(character);
    if (number < 0) return undefined;
    const { level, length } = runOf(number);
    bytes.fill(level * bytesPerLevel, at, at + length);
    at += length;
  }
  // Whatever can be written in two ways is accepted in one only, so that one picture has one link.
  return at === imageSize && encodeDigit(bytes) === text ? bytes : undefined;
}
