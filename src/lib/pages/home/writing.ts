/** A place in an image: `x` to the right, `y` down, a pixel's middle at a half. */
type Place = readonly [number, number];

/**
 * How test digit 18, the 3 that the home page begins with, was written, as far as its ink shows: round the
 * upper bow into the middle, and round the lower one. Read off its picture by hand.
 */
export const strokeOfThree: readonly Place[] = [
  [6.6, 12.3],
  [5.8, 10.5],
  [6.4, 7.2],
  [8.8, 5.6],
  [11.5, 6.3],
  [14, 8.6],
  [16.2, 11],
  [16.6, 12.6],
  [10.2, 13.2],
  [15, 13.8],
  [19.5, 14.8],
  [22, 17],
  [22.4, 19.2],
  [20.6, 21.4],
  [17, 22.4],
  [13, 21.6],
  [10.8, 19.6],
  [9.6, 17.6],
];

/** Points along a line of places, close together, each with its share of the line's length. */
function alongLine(line: readonly Place[]): { x: number; y: number; share: number }[] {
  const steps = 12;
  const points = line.slice(1).flatMap(([x1, y1], i) => {
    const [x0, y0] = line[i];
    return Array.from({ length: steps }, (_, step) => {
      const share = (step + 1) / steps;
      return {
        x: x0 + share * (x1 - x0),
        y: y0 + share * (y1 - y0),
        step: Math.hypot(x1 - x0, y1 - y0) / steps,
      };
    });
  });
  const total = points.reduce((sum, { step }) => sum + step, 0);
  let done = 0;
  return points.map(({ x, y, step }) => ({ x, y, share: (done += step) / total }));
}

/**
 * For each pixel of an image of this side the share of the writing, from 0 to 1, after which the pen has come
 * by: where the line comes nearest to it.
 */
export function writtenAt(side: number, line: readonly Place[]): Float64Array {
  const points = alongLine(line);
  return Float64Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [(at % side) + 0.5, Math.floor(at / side) + 0.5];
    let [nearest, share] = [Infinity, 1];
    for (const point of points) {
      const distance = (point.x - x) ** 2 + (point.y - y) ** 2;
      if (distance < nearest) [nearest, share] = [distance, point.share];
    }
    return share;
  });
}

/** An image as far as it is written after a share of the writing. */
export function partlyWritten(pixels: Uint8Array, when: Float64Array, share: number): Uint8Array {
  return pixels.map((grey, at) => (when[at] <= share ? grey : 0));
}
