import { imageAt, sampleTestIndices, type Split } from '$lib/data';

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
}

/** How many digits of each part the mini set holds. */
export const miniCounts = { train: 1000, test: 500 } as const;

/** A digit's place as links write it: `test-18`. */
export function formatPlace({ part, index }: DigitPlace): string {
  return `${part}-${index}`;
}

/**
 * The place that a link names: `test-18`, `train-3`, or a bare number, which counts through the mini
 * set's 1,000 training digits and then its 500 test digits. Nothing for what is not in the mini set.
 */
export function parsePlace(text: string): DigitPlace | undefined {
  const match = /^(?:(train|test)-)?(\d{1,4})$/.exec(text);
  if (!match) return undefined;
  const number = Number(match[2]);
  const beyond = number - miniCounts.train;
  const place: DigitPlace =
    match[1] !== undefined
      ? { part: match[1] as DigitPlace['part'], index: number }
      : beyond < 0
        ? { part: 'train', index: number }
        : { part: 'test', index: beyond };
  return place.index < miniCounts[place.part] ? place : undefined;
}

/** Where the sample digit that shows `label` stands in MNIST. */
export function samplePlace(label: number): DigitPlace {
  return { part: 'test', index: sampleTestIndices[label] };
}

/** The digit that stands there. Throws a `RangeError` where the pack has no such digit. */
export function digitAt(pack: Split, { part, index }: DigitPlace): Digit {
  return { pixels: imageAt(pack[part], index), label: pack[part].labels[index] };
}
