/**
 * The codes of the ten digits in the output layer of 1998: Figure 3 of the paper, bitmaps of 7 × 12
 * pixels. Each row of a bitmap is a number of seven bits, the leftmost pixel the highest.
 */
const rows: readonly string[] = [
  '3e 00 1c 36 63 63 63 63 36 1c 00 00',
  '0c 1c 3c 0c 0c 0c 0c 0c 0c 3f 00 00',
  '3e 00 3e 63 43 06 1c 30 60 7f 00 00',
  '7f 03 06 0c 1e 03 03 03 63 3e 00 00',
  '3e 00 00 33 33 73 63 63 67 3f 03 03',
  '3e 00 7f 60 60 3c 1e 03 63 3e 00 00',
  '1e 30 60 60 7e 73 63 63 73 3e 00 00',
  '7f 03 03 06 0c 0c 18 18 18 18 00 00',
  '3e 63 63 63 3e 63 63 63 63 3e 00 00',
  '3e 67 63 63 67 3f 03 03 06 3c 00 00',
];

/** The size of each bitmap. */
export const codeSize = { width: 7, height: 12 } as const;

/** The weights of each digit's unit, row by row: +1 where there is ink, −1 where there is none. */
export const outputCodes: readonly (readonly number[])[] = rows.map((digit) =>
  digit
    .split(' ')
    .flatMap((row) =>
      Array.from({ length: codeSize.width }, (_, column) =>
        (parseInt(row, 16) >> (codeSize.width - 1 - column)) & 1 ? 1 : -1,
      ),
    ),
);

/** How many of the bits of two codes differ. The squared distance of the codes is four times this. */
export function differingBits(one: readonly number[], other: readonly number[]): number {
  return one.filter((bit, index) => bit !== other[index]).length;
}
