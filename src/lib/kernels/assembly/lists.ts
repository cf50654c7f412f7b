/*
 * The one idea behind everything but the forward convolutions: a sum of rows, each times a number,
 * where many of the numbers are zero. A list holds what is left: entries of eight bytes, the address
 * of a row and the f32 that it is multiplied by. Zeros never enter a list, so they cost nothing.
 *
 * Lists are filled without branches: an entry is always written, and the end moves on only if it is
 * to stay. Zeros come as they like, and a wrong guess would cost more than the writing.
 */

/** Bytes of a list's entry. */
export const ENTRY: usize = 8;

/** The lanes whose entries are to stay: those that are not zero. */
export function isNonZero(values: v128): v128 {
  return f32x4.ne(values, f32x4.splat(0));
}

/** Appends up to four entries to the list that ends at `end`; returns the new end. */
export function appendFour(end: usize, rows: v128, values: v128, kept: v128): usize {
  const first = v128.shuffle<i32>(rows, values, 0, 4, 1, 5);
  const last = v128.shuffle<i32>(rows, values, 2, 6, 3, 7);
  const bits = <usize>i32x4.bitmask(kept);
  v128.store64_lane(end, first, 0);
  end += (bits & 1) << 3;
  v128.store64_lane(end, first, 1);
  end += (bits & 2) << 2;
  v128.store64_lane(end, last, 0);
  end += (bits & 4) << 1;
  v128.store64_lane(end, last, 1);
  return end + (bits & 8);
}

/** Appends an entry, or none, to each of the four lists whose ends, u32 [4], are at `ends`. */
export function appendEach(ends: usize, rows: v128, values: v128): void {
  const end = v128.load(ends);
  const first = v128.shuffle<i32>(rows, values, 0, 4, 1, 5);
  const last = v128.shuffle<i32>(rows, values, 2, 6, 3, 7);
  v128.store64_lane(i32x4.extract_lane(end, 0), first, 0);
  v128.store64_lane(i32x4.extract_lane(end, 1), first, 1);
  v128.store64_lane(i32x4.extract_lane(end, 2), last, 0);
  v128.store64_lane(i32x4.extract_lane(end, 3), last, 1);
  v128.store(ends, i32x4.add(end, v128.and(isNonZero(values), i32x4.splat(<i32>ENTRY))));
}

/** Begins `count` lists, `size` bytes apart, the first at `list`, with their ends at `ends`. */
export function beginLists(ends: usize, count: i32, list: usize, size: usize): void {
  for (; count > 0; count--, ends += 4, list += size) store<usize>(ends, list);
}
