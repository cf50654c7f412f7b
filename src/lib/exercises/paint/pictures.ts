import type { Random } from '../random';

/** A picture of 1 where there is ink and 0 elsewhere, row by row. */
export interface Picture {
  readonly side: number;
  readonly values: readonly number[];
}

/** How the windows of a picture lie: in the blank, in the ink, or across one edge of it; `corner` is across two. */
export type Region = 'blank' | 'ink' | 'top' | 'bottom' | 'left' | 'right' | 'corner';

/** A filled rectangle, with room for a whole window on each side of it and within it. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  /** Beyond its last row and column. */
  readonly bottom: number;
  readonly right: number;
}

/** The side of a test picture, and of the kernels that are painted. */
const pictureSide = 14;
export const kernelSide = 3;

/** A rectangle of at least 5 × 5 pixels, at least 3 from the border. */
export function drawRectangle(random: Random): Rectangle {
  const [height, width] = [random.whole(5, 8), random.whole(5, 8)];
  const top = random.whole(3, pictureSide - 3 - height);
  const left = random.whole(3, pictureSide - 3 - width);
  return { top, left, bottom: top + height, right: left + width };
}

/** The picture of a rectangle. */
export function pictureOf({ top, left, bottom, right }: Rectangle): Picture {
  const values = Array.from({ length: pictureSide ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / pictureSide), at % pictureSide];
    return Number(row >= top && row < bottom && column >= left && column < right);
  });
  return { side: pictureSide, values };
}

/** What a kernel makes of a picture, then the ReLU: one number for each window, row by row. */
export function litBy(kernel: readonly number[], { side, values }: Picture): number[] {
  const windows = side - kernelSide + 1;
  return Array.from({ length: windows ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / windows), at % windows];
    const sum = kernel.reduce((all, weight, tap) => {
      const [down, across] = [Math.floor(tap / kernelSide), tap % kernelSide];
      return all + weight * values[(row + down) * side + column + across];
    }, 0);
    return Math.max(0, sum);
  });
}

/** How a window that begins at a row and a column lies to a rectangle. */
function regionOf(row: number, column: number, box: Rectangle): Region {
  const along = (at: number, from: number, to: number) => {
    const end = at + kernelSide;
    if (end <= from || at >= to) return 'out';
    if (at >= from && end <= to) return 'in';
    return at < from ? 'first' : 'last';
  };
  const [down, across] = [along(row, box.top, box.bottom), along(column, box.left, box.right)];
  if (down === 'out' || across === 'out') return 'blank';
  if (down === 'in' && across === 'in') return 'ink';
  if (across === 'in') return down === 'first' ? 'top' : 'bottom';
  if (down === 'in') return across === 'first' ? 'left' : 'right';
  return 'corner';
}

/** The regions of a rectangle's picture in which a kernel lights a window. */
export function lightOf(kernel: readonly number[], box: Rectangle): ReadonlySet<Region> {
  const windows = pictureSide - kernelSide + 1;
  return new Set(
    litBy(kernel, pictureOf(box)).flatMap((value, at) =>
      value > 0 ? [regionOf(Math.floor(at / windows), at % windows, box)] : [],
    ),
  );
}
