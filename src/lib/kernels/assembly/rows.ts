import { ENTRY } from './lists';
import { ROW } from './memory';

/* What is done with lists of fully connected rows: see `lists.ts`. */

/**
 * Adds to 32 floats: `to` = `from` + the sum of value · row over a list, where each row is read
 * `shift` bytes further on. Eight accumulators hide the latency of an addition.
 */
export function addRows(list: usize, end: usize, shift: usize, from: usize, to: usize): void {
  let a0 = v128.load(from);
  let a1 = v128.load(from, 16);
  let a2 = v128.load(from, 32);
  let a3 = v128.load(from, 48);
  let a4 = v128.load(from, 64);
  let a5 = v128.load(from, 80);
  let a6 = v128.load(from, 96);
  let a7 = v128.load(from, 112);
  for (; list < end; list += ENTRY) {
    const row = load<usize>(list) + shift;
    const value = v128.load32_splat(list, 4);
    a0 = f32x4.add(a0, f32x4.mul(value, v128.load(row)));
    a1 = f32x4.add(a1, f32x4.mul(value, v128.load(row, 16)));
    a2 = f32x4.add(a2, f32x4.mul(value, v128.load(row, 32)));
    a3 = f32x4.add(a3, f32x4.mul(value, v128.load(row, 48)));
    a4 = f32x4.add(a4, f32x4.mul(value, v128.load(row, 64)));
    a5 = f32x4.add(a5, f32x4.mul(value, v128.load(row, 80)));
    a6 = f32x4.add(a6, f32x4.mul(value, v128.load(row, 96)));
    a7 = f32x4.add(a7, f32x4.mul(value, v128.load(row, 112)));
  }
  v128.store(to, a0);
  v128.store(to, a1, 16);
  v128.store(to, a2, 32);
  v128.store(to, a3, 48);
  v128.store(to, a4, 64);
  v128.store(to, a5, 80);
  v128.store(to, a6, 96);
  v128.store(to, a7, 112);
}

/** The sums of the lanes of four vectors, in the lanes of one. */
function sumLanes(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/**
 * The scalar products of a vector of `bytes` bytes with rows of fully connected weights, those in a
 * list, four at a time; `block` is the number of bytes of a block of `weights`. The row of input i
 * gives float i of `out`; what is not in the list is left as it is. Writes up to three entries after
 * the list's end.
 */
export function dotRows(
  list: usize,
  end: usize,
  vector: usize,
  bytes: usize,
  weights: usize,
  block: usize,
  out: usize,
): void {
  if (list == end) return;
  const last = load<u64>(end - ENTRY);
  store<u64>(end, last);
  store<u64>(end, last, 8);
  store<u64>(end, last, 16);
  for (; list < end; list += 4 * ENTRY) {
    const row0 = load<usize>(list);
    const row1 = load<usize>(list, 8);
    const row2 = load<usize>(list, 16);
    const row3 = load<usize>(list, 24);
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    let offset: usize = 0;
    for (let at: usize = 0; at < bytes; at += ROW) {
      const rowEnd = min(bytes, at + ROW);
      for (let x = vector + at; x < vector + rowEnd; x += 16, offset += 16) {
        const value = v128.load(x);
        a = f32x4.add(a, f32x4.mul(value, v128.load(row0 + offset)));
        b = f32x4.add(b, f32x4.mul(value, v128.load(row1 + offset)));
        c = f32x4.add(c, f32x4.mul(value, v128.load(row2 + offset)));
        d = f32x4.add(d, f32x4.mul(value, v128.load(row3 + offset)));
      }
      offset += block - ROW;
    }
    const sums = sumLanes(a, b, c, d);
    store<f32>(out + ((row0 - weights) >> 5), f32x4.extract_lane(sums, 0));
    store<f32>(out + ((row1 - weights) >> 5), f32x4.extract_lane(sums, 1));
    store<f32>(out + ((row2 - weights) >> 5), f32x4.extract_lane(sums, 2));
    store<f32>(out + ((row3 - weights) >> 5), f32x4.extract_lane(sums, 3));
  }
}
