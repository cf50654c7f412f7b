import { C3_POSITION, S2_PIXEL, S2_ROW } from './c3-forward';
import { isMaxPooling } from './job';
import { appendEach, appendFour, ENTRY, isNonZero } from './lists';
import { C3_FRAMED, FRAMED_KERNEL } from './memory';

/** The framed kernels of four channels, so placed that they cover a window's first patch. */
function placedKernels(channel: i32): v128 {
  const size = <i32>FRAMED_KERNEL;
  const first = <i32>C3_FRAMED + channel * size + <i32>(S2_ROW + S2_PIXEL);
  return i32x4.add(i32x4.splat(first), i32x4(0, size, 2 * size, 3 * size));
}

/**
 * Lists the gradient of a pool window of S4. In `list` it goes with kernels, framed by a pixel of
 * zeros and so placed that they cover what the sum looked at; in the list of each channel, whose ends
 * are at `ends`, with that patch of S2. A frame's rows are as long as those of S2, so that what is
 * added to a patch's address is taken from a kernel's. Adds to the biases' gradient; returns the end
 * of `list`.
 */
export function listC3(
  window: usize,
  gradient: usize,
  route: usize,
  bias: usize,
  list: usize,
  ends: usize,
): usize {
  const isMax = isMaxPooling();
  const positions: usize = isMax ? 1 : 4;
  const patch = i32x4.splat(<i32>window);
  for (let channel = 0; channel < 16; channel += 4) {
    const kernels = placedKernels(channel);
    const values = v128.load(gradient);
    let sum = v128.load(bias);
    for (let position: usize = 0; position < positions; position++) {
      let offset = i32x4.splat(<i32>((position & 1) * S2_PIXEL + (position >> 1) * S2_ROW));
      let part = values;
      if (isMax) offset = v128.load(route);
      else part = f32x4.mul(values, v128.load(route + position * C3_POSITION));
      sum = f32x4.add(sum, part);
      appendEach(ends, i32x4.add(patch, offset), part);
      list = appendFour(list, i32x4.sub(kernels, offset), part, isNonZero(part));
    }
    v128.store(bias, sum);
    gradient += 16;
    route += 16;
    bias += 16;
    ends += 16;
  }
  return list;
}

/**
 * Adds to a row of a window's gradient, six pixels of S2 or 36 floats: value · row over a list of
 * placed kernels, each read `shift` bytes further on.
 */
export function addC3Kernels(list: usize, end: usize, shift: usize, row: usize): void {
  let a0 = v128.load(row);
  let a1 = v128.load(row, 16);
  let a2 = v128.load(row, 32);
  let a3 = v128.load(row, 48);
  let a4 = v128.load(row, 64);
  let a5 = v128.load(row, 80);
  let a6 = v128.load(row, 96);
  let a7 = v128.load(row, 112);
  let a8 = v128.load(row, 128);
  for (; list < end; list += ENTRY) {
    const kernel = load<usize>(list) + shift;
    const value = v128.load32_splat(list, 4);
    a0 = f32x4.add(a0, f32x4.mul(value, v128.load(kernel)));
    a1 = f32x4.add(a1, f32x4.mul(value, v128.load(kernel, 16)));
    a2 = f32x4.add(a2, f32x4.mul(value, v128.load(kernel, 32)));
    a3 = f32x4.add(a3, f32x4.mul(value, v128.load(kernel, 48)));
    a4 = f32x4.add(a4, f32x4.mul(value, v128.load(kernel, 64)));
    a5 = f32x4.add(a5, f32x4.mul(value, v128.load(kernel, 80)));
    a6 = f32x4.add(a6, f32x4.mul(value, v128.load(kernel, 96)));
    a7 = f32x4.add(a7, f32x4.mul(value, v128.load(kernel, 112)));
    a8 = f32x4.add(a8, f32x4.mul(value, v128.load(kernel, 128)));
  }
  v128.store(row, a0);
  v128.store(row, a1, 16);
  v128.store(row, a2, 32);
  v128.store(row, a3, 48);
  v128.store(row, a4, 64);
  v128.store(row, a5, 80);
  v128.store(row, a6, 96);
  v128.store(row, a7, 112);
  v128.store(row, a8, 128);
}
