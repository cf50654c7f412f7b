import { storeLanes } from './vectors';

/*
 * The sums of products, forward: a tile is four rows by eight outputs or eight rows by four, in eight
 * accumulators, which hide the latency of an addition; V8 gives out no more than 15 vector registers.
 * A row is what one output position reads: runs of numbers that follow each other. Weights stand as
 * the loop reads them, number by number and output by output. Each output is its bias plus its
 * products in the order of the row, whatever the tile.
 */

/** Four rows by eight outputs; stores `height` rows of `lanes` outputs. */
export function tile8(
  input: usize,
  rows: usize,
  runs: usize,
  runsEnd: usize,
  weights: usize,
  bias: usize,
  out: usize,
  outRow: usize,
  height: i32,
  lanes: i32,
): void {
  let a0 = bias ? v128.load(bias) : f32x4.splat(0);
  let a1 = bias ? v128.load(bias, 16) : f32x4.splat(0);
  let b0 = a0;
  let b1 = a1;
  let c0 = a0;
  let c1 = a1;
  let d0 = a0;
  let d1 = a1;
  const a = input + load<usize>(rows);
  const b = input + load<usize>(rows, 4);
  const c = input + load<usize>(rows, 8);
  const d = input + load<usize>(rows, 12);
  for (; runs < runsEnd; runs += 8) {
    const from = load<usize>(runs);
    for (let at = from, end = from + load<usize>(runs, 4); at < end; at += 4, weights += 32) {
      const w0 = v128.load(weights);
      const w1 = v128.load(weights, 16);
      let x = v128.load32_splat(a + at);
      a0 = f32x4.add(a0, f32x4.mul(x, w0));
      a1 = f32x4.add(a1, f32x4.mul(x, w1));
      x = v128.load32_splat(b + at);
      b0 = f32x4.add(b0, f32x4.mul(x, w0));
      b1 = f32x4.add(b1, f32x4.mul(x, w1));
      x = v128.load32_splat(c + at);
      c0 = f32x4.add(c0, f32x4.mul(x, w0));
      c1 = f32x4.add(c1, f32x4.mul(x, w1));
      x = v128.load32_splat(d + at);
      d0 = f32x4.add(d0, f32x4.mul(x, w0));
      d1 = f32x4.add(d1, f32x4.mul(x, w1));
    }
  }
  storeRow(out, a0, a1, lanes);
  if (height > 1) storeRow(out + outRow, b0, b1, lanes);
  if (height > 2) storeRow(out + 2 * outRow, c0, c1, lanes);
  if (height > 3) storeRow(out + 3 * outRow, d0, d1, lanes);
}

/** One row by eight outputs: what a tile of four would give, without the other three. */
export function row8(
  input: usize,
  rows: usize,
  runs: usize,
  runsEnd: usize,
  weights: usize,
  bias: usize,
  out: usize,
  lanes: i32,
): void {
  let a0 = bias ? v128.load(bias) : f32x4.splat(0);
  let a1 = bias ? v128.load(bias, 16) : f32x4.splat(0);
  const a = input + load<usize>(rows);
  for (; runs < runsEnd; runs += 8) {
    const from = load<usize>(runs);
    for (let at = from, end = from + load<usize>(runs, 4); at < end; at += 4, weights += 32) {
      const x = v128.load32_splat(a + at);
      a0 = f32x4.add(a0, f32x4.mul(x, v128.load(weights)));
      a1 = f32x4.add(a1, f32x4.mul(x, v128.load(weights, 16)));
    }
  }
  storeRow(out, a0, a1, lanes);
}

function storeRow(out: usize, low: v128, high: v128, lanes: i32): void {
  v128.store(out, low);
  storeLanes(out + 16, high, lanes - 4);
}

/** Eight rows by four outputs; stores `height` rows of `lanes` outputs. */
export function tile4(
  input: usize,
  rows: usize,
  runs: usize,
  runsEnd: usize,
  weights: usize,
  bias: usize,
  out: usize,
  outRow: usize,
  height: i32,
  lanes: i32,
): void {
  let a0 = bias ? v128.load(bias) : f32x4.splat(0);
  let b0 = a0;
  let c0 = a0;
  let d0 = a0;
  let e0 = a0;
  let f0 = a0;
  let g0 = a0;
  let h0 = a0;
  const a = input + load<usize>(rows);
  const b = input + load<usize>(rows, 4);
  const c = input + load<usize>(rows, 8);
  const d = input + load<usize>(rows, 12);
  const e = input + load<usize>(rows, 16);
  const f = input + load<usize>(rows, 20);
  const g = input + load<usize>(rows, 24);
  const h = input + load<usize>(rows, 28);
  for (; runs < runsEnd; runs += 8) {
    const from = load<usize>(runs);
    for (let at = from, end = from + load<usize>(runs, 4); at < end; at += 4, weights += 16) {
      const w = v128.load(weights);
      a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(a + at), w));
      b0 = f32x4.add(b0, f32x4.mul(v128.load32_splat(b + at), w));
      c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(c + at), w));
      d0 = f32x4.add(d0, f32x4.mul(v128.load32_splat(d + at), w));
      e0 = f32x4.add(e0, f32x4.mul(v128.load32_splat(e + at), w));
      f0 = f32x4.add(f0, f32x4.mul(v128.load32_splat(f + at), w));
      g0 = f32x4.add(g0, f32x4.mul(v128.load32_splat(g + at), w));
      h0 = f32x4.add(h0, f32x4.mul(v128.load32_splat(h + at), w));
    }
  }
  storeLanes(out, a0, lanes);
  if (height > 1) storeLanes(out + outRow, b0, lanes);
  if (height > 2) storeLanes(out + 2 * outRow, c0, lanes);
  if (height > 3) storeLanes(out + 3 * outRow, d0, lanes);
  if (height > 4) storeLanes(out + 4 * outRow, e0, lanes);
  if (height > 5) storeLanes(out + 5 * outRow, f0, lanes);
  if (height > 6) storeLanes(out + 6 * outRow, g0, lanes);
  if (height > 7) storeLanes(out + 7 * outRow, h0, lanes);
}
