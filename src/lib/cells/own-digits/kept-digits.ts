import * as v from 'valibot';
import { decodeDigit, encodeDigit } from '$lib/data';
import { Remembered } from '$lib/ui/remembered';

/** A digit that the reader has drawn and kept, to test networks on. */
export interface KeptDigit {
  readonly id: number;
  readonly name: string;
  /** What it is, as the reader says. */
  readonly label: number;
  /** `[28, 28]` grey levels. */
  readonly pixels: Uint8Array;
}

/** More digits than these are not kept: each is read by two networks at every change. */
export const mostDigits = 50;
/** The longest name of a digit, in characters. */
export const longestName = 40;

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      id: v.pipe(v.number(), v.integer(), v.minValue(0)),
      name: v.pipe(v.string(), v.maxLength(longestName)),
      label: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
      pixels: v.pipe(
        v.string(),
        v.transform((text) => decodeDigit(text)),
        v.instance(Uint8Array),
      ),
    }),
  ),
  v.maxLength(mostDigits),
);

/** Writes digits as text. */
export const writeDigits = (digits: readonly KeptDigit[]): string =>
  JSON.stringify(digits.map((digit) => ({ ...digit, pixels: encodeDigit(digit.pixels) })));

/** Reads such a text; undefined for any other. */
export function readDigits(text: string): readonly KeptDigit[] | undefined {
  const read = v.safeParse(schema, text);
  return read.success ? read.output : undefined;
}

/** The reader's own test digits, remembered for good. */
export const rememberedDigits = new Remembered<readonly KeptDigit[]>('own-test-digits', {
  read: readDigits,
  write: writeDigits,
});
