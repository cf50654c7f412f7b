/* Rows of floats in vectors of four, and what is left over at their end. */

/** Stores the first `count` lanes, from 0 to 4. */
export function storeLanes(at: usize, lanes: v128, count: i32): void {
  if (count >= 4) return v128.store(at, lanes);
  if (count & 2) {
    v128.store64_lane(at, lanes, 0);
    if (count & 1) v128.store32_lane(at, lanes, 2, 8);
  } else if (count & 1) {
    v128.store32_lane(at, lanes, 0);
  }
}

/** All bits of the first `count` lanes. */
export function maskLanes(count: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
}

/** Sets whole vectors to zero, so that `bytes` are. */
export function clear(at: usize, bytes: usize): void {
  const zero = i32x4.splat(0);
  for (const end = at + bytes; at < end; at += 16) v128.store(at, zero);
}

/** Copies so many bytes, a multiple of four, and not one more. */
export function copy(from: usize, to: usize, bytes: usize): void {
  const end = to + (bytes & ~15);
  for (; to < end; to += 16, from += 16) v128.store(to, v128.load(from));
  for (const last = end + (bytes & 12); to < last; to += 4, from += 4) {
    store<f32>(to, load<f32>(from));
  }
}
