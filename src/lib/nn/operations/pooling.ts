import { placeUnder, tapsOf, windowsOver } from '$lib/arithmetic';
import { along } from '../rules/tex';
import type { Axis, Sliding } from '../window';
import { combinations } from './products';

/*
 * Which numbers a pooling window covers. Names of the indices: c channel, y, x row and column of the
 * output; row, column of the input.
 */

/** The pixels of the picture in the window [c, y, x], row by row, without padding. */
export function pixelsUnder({ rows, columns }: Sliding, [c, y, x]: readonly number[]): number[][] {
  return combinations([c], reach(rows, y), reach(columns, x));
}

/** The windows that cover the pixel [c, row, column], in order. */
export function windowsCovering(
  { rows, columns }: Sliding,
  [c, row, column]: readonly number[],
): number[][] {
  const ys = windowsOver(rows, row).map(({ output }) => output);
  const xs = windowsOver(columns, column).map(({ output }) => output);
  return combinations([c], ys, xs);
}

/** The index of tap (i, j) of the window [c, y, x], in letters. */
export function tapLetters(
  { rows, columns }: Sliding,
  [c, y, x]: readonly number[],
): (number | string)[] {
  const row = along(placeUnder(rows, y, 0), rows.dilation, 'i');
  return [c, row, along(placeUnder(columns, x, 0), columns.dilation, 'j')];
}

/** The pixels inside the picture that a window reaches along an axis, in order. */
function reach(axis: Axis, window: number): number[] {
  return tapsOf(axis, window)
    .map(({ input }) => input)
    .filter((pixel) => pixel >= 0 && pixel < axis.input);
}

/** The pixel under a tap of a window, both given by letters: `2y+i`. */
export function tapLetter(axis: Axis, window: string, tap: string): string {
  const start = along(-axis.padding[0], axis.stride, window);
  const step = along(0, axis.dilation, tap);
  if (step === '0') return start;
  return start === '0' ? step : `${start}+${step}`;
}
