import {
  decodeDigit,
  encodeDigit,
  hardTestIndices,
  imageAt,
  sampleCounts,
  sampleTestIndices,
  type Dataset,
  type Split,
} from '$lib/data';

/** One digit of MNIST by its place: `test 18` is the nineteenth of the test set. */
export interface DigitPlace {
  readonly part: 'train' | 'test';
  readonly index: number;
}

/** A digit as a page shows it and a network reads it. */
export interface Digit {
  /** `[28, 28]` grey levels, row-major: 0 is background, 255 is ink. */
  readonly pixels: Uint8Array;
  /** What it is, 0 to 9. */
  readonly label: number;
  /** True while nobody has said what it is: then the label is what a network read in it. */
  readonly isAssumed?: boolean;
}

/** A digit that a link names: one of MNIST by its place, or one that a reader drew. */
export type DigitName = DigitPlace | DrawnDigit;

/** A drawn digit is all in its name: what it looks like and what it is meant to be. */
export interface DrawnDigit extends Digit {
  readonly part: 'drawn';
}

/** The digits of the mini set, and besides, where a page has them, the hard ones or all of MNIST. */
export interface Digits extends Split {
  readonly hard?: Dataset;
  readonly full?: Split;
}

/** The hard digits by their places in the test set, the worst first. */
export const hardPlaces: readonly DigitPlace[] = hardTestIndices.map((index) => ({
  part: 'test',
  index,
}));

/** Which of the hard digits a place names; −1 for none. */
const hardRank = ({ part, index }: DigitPlace) =>
  part === 'test' ? hardPlaces.findIndex((hard) => hard.index === index) : -1;

/** Whether a digit is one of those that even a good network misreads. */
export const isHard = (name: DigitName) => name.part !== 'drawn' && hardRank(name) >= 0;

/** How many digits of each part the mini set holds. */
export const miniCounts = sampleCounts.mini;

/** Whether a digit is neither drawn, nor in the mini set, nor a hard one: only all of MNIST has it. */
export const needsFull = (name: DigitName) =>
  name.part !== 'drawn' && name.index >= miniCounts[name.part] && hardRank(name) < 0;

/** A digit as links write it: `test-18`, or `drawn-3-` and its pixels; `drawn-~3-` while nobody has said that it is a 3. */
export function formatDigit(name: DigitName): string {
  return name.part === 'drawn'
    ? `drawn-${name.isAssumed ? '~' : ''}${name.label}-${encodeDigit(name.pixels)}`
    : `${name.part}-${name.index}`;
}

/**
 * The digit that a link names: `test-18`, `train-3`, a drawn one, or a bare number, which counts
 * through the mini set's 1,000 training digits and then its 500 test digits. Nothing for what is
 * neither drawn nor in MNIST.
 */
export function parseDigit(written: string): DigitName | undefined {
  const drawn = /^drawn-(~?)(\d)-(.+)$/.exec(written);
  if (drawn) {
    const [, mark, label, text] = drawn;
    const pixels = decodeDigit(text);
    const isAssumed = mark === '~' ? { isAssumed: true } : {};
    return pixels && { part: 'drawn', label: Number(label), pixels, ...isAssumed };
  }
  const match = /^(?:(train|test)-)?(\d{1,5})$/.exec(written);
  return match ? placeOf(match[1], Number(match[2])) : undefined;
}

function placeOf(part: string | undefined, number: number): DigitPlace | undefined {
  if (part === undefined) {
    const beyond = number - miniCounts.train;
    if (beyond >= miniCounts.test) return undefined;
    return beyond < 0 ? { part: 'train', index: number } : { part: 'test', index: beyond };
  }
  const place: DigitPlace = { part: part === 'test' ? 'test' : 'train', index: number };
  return number < sampleCounts.full[place.part] ? place : undefined;
}

/** Where the sample digit that shows `label` stands in MNIST. */
export function samplePlace(label: number): DigitPlace {
  return { part: 'test', index: sampleTestIndices[label] };
}

/** The digit of this name. Throws a `RangeError` where the digits have none of this name. */
export function digitOf(pack: Digits, name: DigitName): Digit {
  if (name.part === 'drawn') {
    const { pixels, label, isAssumed } = name;
    return isAssumed ? { pixels, label, isAssumed } : { pixels, label };
  }
  const rank = hardRank(name);
  if (pack.hard && rank >= 0) {
    return { pixels: imageAt(pack.hard, rank), label: pack.hard.labels[rank] };
  }
  const { part, index } = name;
  if (index >= miniCounts[part] && pack.full) {
    return { pixels: imageAt(pack.full[part], index), label: pack.full[part].labels[index] };
  }
  return { pixels: imageAt(pack[part], index), label: pack[part].labels[index] };
}
