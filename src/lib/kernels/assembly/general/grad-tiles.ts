import { maskLanes } from './vectors';

/*
 * The gradients of sums of products. Those of the weights are sums over rows of the input times the
 * gradient, those of the input are sums over outputs of a weight times the gradient; both are added to
 * what stands there, tile by tile.
 */

function addTo(at: usize, lanes: v128): void {
  v128.store(at, f32x4.add(v128.load(at), lanes));
}

/**
 * The gradients of four numbers' weights to eight outputs: adds the sum over `count` rows, of which
 * `lanes` outputs and `height` numbers count. `taps` says where in a row the numbers are.
 */
export function weightGradTile8(
  input: usize,
  rows: usize,
  count: usize,
  grads: usize,
  gradRow: usize,
  taps: usize,
  to: usize,
  height: i32,
  lanes: i32,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  const a = input + load<usize>(taps);
  const b = input + load<usize>(taps, 4);
  const c = input + load<usize>(taps, 8);
  const d = input + load<usize>(taps, 12);
  for (const end = rows + (count << 2); rows < end; rows += 4, grads += gradRow) {
    const at = load<usize>(rows);
    const g0 = v128.load(grads);
    const g1 = v128.load(grads, 16);
    let x = v128.load32_splat(a + at);
    a0 = f32x4.add(a0, f32x4.mul(x, g0));
    a1 = f32x4.add(a1, f32x4.mul(x, g1));
    x = v128.load32_splat(b + at);
    b0 = f32x4.add(b0, f32x4.mul(x, g0));
    b1 = f32x4.add(b1, f32x4.mul(x, g1));
    x = v128.load32_splat(c + at);
    c0 = f32x4.add(c0, f32x4.mul(x, g0));
    c1 = f32x4.add(c1, f32x4.mul(x, g1));
    x = v128.load32_splat(d + at);
    d0 = f32x4.add(d0, f32x4.mul(x, g0));
    d1 = f32x4.add(d1, f32x4.mul(x, g1));
  }
  // The last lanes read the next row's gradients: they are no output's.
  const high = maskLanes(lanes - 4);
  addTo(to, a0);
  addTo(to + 16, v128.and(a1, high));
  if (height > 1) {
    addTo(to + 32, b0);
    addTo(to + 48, v128.and(b1, high));
  }
  if (height > 2) {
    addTo(to + 64, c0);
    addTo(to + 80, v128.and(c1, high));
  }
  if (height > 3) {
    addTo(to + 96, d0);
    addTo(to + 112, v128.and(d1, high));
  }
}

/** The same of eight numbers' weights to four outputs. */
export function weightGradTile4(
  input: usize,
  rows: usize,
  count: usize,
  grads: usize,
  gradRow: usize,
  taps: usize,
  to: usize,
  height: i32,
  lanes: i32,
): void {
  let a0 = f32x4.splat(0);
  let b0 = a0;
  let c0 = a0;
  let d0 = a0;
  let e0 = a0;
  let f0 = a0;
  let g0 = a0;
  let h0 = a0;
  const a = input + load<usize>(taps);
  const b = input + load<usize>(taps, 4);
  const c = input + load<usize>(taps, 8);
  const d = input + load<usize>(taps, 12);
  const e = input + load<usize>(taps, 16);
  const f = input + load<usize>(taps, 20);
  const g = input + load<usize>(taps, 24);
  const h = input + load<usize>(taps, 28);
  for (const end = rows + (count << 2); rows < end; rows += 4, grads += gradRow) {
    const at = load<usize>(rows);
    const gradient = v128.load(grads);
    a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(a + at), gradient));
    b0 = f32x4.add(b0, f32x4.mul(v128.load32_splat(b + at), gradient));
    c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(c + at), gradient));
    d0 = f32x4.add(d0, f32x4.mul(v128.load32_splat(d + at), gradient));
    e0 = f32x4.add(e0, f32x4.mul(v128.load32_splat(e + at), gradient));
    f0 = f32x4.add(f0, f32x4.mul(v128.load32_splat(f + at), gradient));
    g0 = f32x4.add(g0, f32x4.mul(v128.load32_splat(g + at), gradient));
    h0 = f32x4.add(h0, f32x4.mul(v128.load32_splat(h + at), gradient));
  }
  const mask = maskLanes(lanes);
  addTo(to, v128.and(a0, mask));
  if (height > 1) addTo(to + 16, v128.and(b0, mask));
  if (height > 2) addTo(to + 32, v128.and(c0, mask));
  if (height > 3) addTo(to + 48, v128.and(d0, mask));
  if (height > 4) addTo(to + 64, v128.and(e0, mask));
  if (height > 5) addTo(to + 80, v128.and(f0, mask));
  if (height > 6) addTo(to + 96, v128.and(g0, mask));
  if (height > 7) addTo(to + 112, v128.and(h0, mask));
}

/**
 * The gradients of eight numbers of four rows: adds the sum over `outputs` outputs. `turned` are the
 * weights output by output, eight numbers each; `rows` says where each row's numbers are.
 */
export function inputGradTile8(
  grads: usize,
  gradRow: usize,
  height: i32,
  outputs: usize,
  turned: usize,
  inputGrad: usize,
  rows: usize,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  const a = grads;
  const b = height > 1 ? a + gradRow : a;
  const c = height > 2 ? b + gradRow : b;
  const d = height > 3 ? c + gradRow : c;
  for (let at: usize = 0, end = outputs << 2; at < end; at += 4, turned += 32) {
    const w0 = v128.load(turned);
    const w1 = v128.load(turned, 16);
    let g = v128.load32_splat(a + at);
    a0 = f32x4.add(a0, f32x4.mul(g, w0));
    a1 = f32x4.add(a1, f32x4.mul(g, w1));
    g = v128.load32_splat(b + at);
    b0 = f32x4.add(b0, f32x4.mul(g, w0));
    b1 = f32x4.add(b1, f32x4.mul(g, w1));
    g = v128.load32_splat(c + at);
    c0 = f32x4.add(c0, f32x4.mul(g, w0));
    c1 = f32x4.add(c1, f32x4.mul(g, w1));
    g = v128.load32_splat(d + at);
    d0 = f32x4.add(d0, f32x4.mul(g, w0));
    d1 = f32x4.add(d1, f32x4.mul(g, w1));
  }
  // One row after the other: two rows may read the same number.
  let to = inputGrad + load<usize>(rows);
  addTo(to, a0);
  addTo(to + 16, a1);
  if (height > 1) {
    to = inputGrad + load<usize>(rows, 4);
    addTo(to, b0);
    addTo(to + 16, b1);
  }
  if (height > 2) {
    to = inputGrad + load<usize>(rows, 8);
    addTo(to, c0);
    addTo(to + 16, c1);
  }
  if (height > 3) {
    to = inputGrad + load<usize>(rows, 12);
    addTo(to, d0);
    addTo(to + 16, d1);
  }
}

/** The same of four numbers of four rows; `turned` has four numbers an output. */
export function inputGradTile4(
  grads: usize,
  gradRow: usize,
  height: i32,
  outputs: usize,
  turned: usize,
  inputGrad: usize,
  rows: usize,
): void {
  let a0 = f32x4.splat(0);
  let b0 = a0;
  let c0 = a0;
  let d0 = a0;
  const a = grads;
  const b = height > 1 ? a + gradRow : a;
  const c = height > 2 ? b + gradRow : b;
  const d = height > 3 ? c + gradRow : c;
  for (let at: usize = 0, end = outputs << 2; at < end; at += 4, turned += 16) {
    const w = v128.load(turned);
    a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(a + at), w));
    b0 = f32x4.add(b0, f32x4.mul(v128.load32_splat(b + at), w));
    c0 = f32x4.add(c0, f32x4.mul(v128.load32_splat(c + at), w));
    d0 = f32x4.add(d0, f32x4.mul(v128.load32_splat(d + at), w));
  }
  addTo(inputGrad + load<usize>(rows), a0);
  if (height > 1) addTo(inputGrad + load<usize>(rows, 4), b0);
  if (height > 2) addTo(inputGrad + load<usize>(rows, 8), c0);
  if (height > 3) addTo(inputGrad + load<usize>(rows, 12), d0);
}
