import type { Ref } from '$lib/nn';
import type { Random } from '../random';
import { definePlaceRule } from './rule';

/*
 * Places that follow from kernel, stride and border alone, whatever the digit: C1 and C3 have kernels of
 * 5 × 5, S2 has windows of 2 × 2, and C1 reads 32 × 32 pixels.
 */

const [kernel, side, border] = [5, 28, 2];
const pixel = (row: number, column: number): Ref => ({ tensor: 'input', index: [0, row, column] });

const drawUnit = (random: Random, low: number, high: number) => ({
  digit: random.whole(0, 9),
  map: random.whole(0, 5),
  row: random.whole(low, high),
  column: random.whole(low, high),
});

/** The pixel that a weight of C1 is multiplied with while the kernel makes a number. */
export const metPixel = definePlaceRule({
  tensor: 'input',
  weights: 'trained',
  draw: (random) => ({
    ...drawUnit(random, 4, 23),
    down: random.whole(1, kernel - 1),
    across: random.whole(0, kernel - 1),
  }),
  right: (s) => [pixel(s.row + s.down, s.column + s.across)],
  slips: {
    window: (s) => [pixel(s.row, s.column)],
    swapped: (s) => [pixel(s.column + s.across, s.row + s.down)],
    fromOne: (s) => [pixel(s.row + s.down - 1, s.column + s.across - 1)],
    border: (s) => [pixel(s.row + s.down - border, s.column + s.across - border)],
    turned: (s) => [pixel(s.row + kernel - 1 - s.down, s.column + kernel - 1 - s.across)],
  },
});

/** The last number of C1 in whose window a pixel lies. */
export const reachedLast = definePlaceRule({
  tensor: 'c1.output',
  weights: 'trained',
  draw: (random) => drawUnit(random, 6, side - kernel),
  right: (s) => [{ tensor: 'c1.output', index: [s.map, s.row, s.column] }],
  slips: {
    first: (s) => [{ tensor: 'c1.output', index: [s.map, s.row - 4, s.column - 4] }],
    middle: (s) => [{ tensor: 'c1.output', index: [s.map, s.row - 2, s.column - 2] }],
    swapped: (s) => [{ tensor: 'c1.output', index: [s.map, s.column, s.row] }],
    tooFar: (s) => [
      { tensor: 'c1.output', index: [s.map, s.row + 1, s.column + 1] },
      { tensor: 'c1.output', index: [s.map, s.row + 4, s.column + 4] },
    ],
  },
});

/** The last pixel that a number of C3 sees: through its window, S2 and C1. */
export const seenLast = definePlaceRule({
  tensor: 'input',
  weights: 'trained',
  draw: (random) => ({ ...drawUnit(random, 1, 8), map: random.whole(0, 15) }),
  right: (s) => [pixel(2 * s.row + 13, 2 * s.column + 13)],
  slips: {
    first: (s) => [pixel(2 * s.row, 2 * s.column)],
    oneLayer: (s) => [pixel(s.row + 4, s.column + 4)],
    noPooling: (s) => [pixel(s.row + 8, s.column + 8)],
    pooledOnce: (s) => [pixel(2 * s.row + 12, 2 * s.column + 12)],
    noKernel: (s) => [pixel(2 * s.row + 9, 2 * s.column + 9)],
    swapped: (s) => [pixel(2 * s.column + 13, 2 * s.row + 13)],
  },
});
