/** A place on the drawing surface: `x` to the right and `y` down, each from 0 to `drawingSide`. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the pen went between being put down and lifted; a single point is a dot. */
export type Path = readonly Point[];

/** One line of a drawing: where the pen went, how wide it was, and whether it took ink away. */
export interface Stroke {
  readonly points: Path;
  /** On the drawing surface. */
  readonly width: number;
  readonly erases?: boolean;
}

/** The side of the drawing surface: eight times that of an MNIST image. */
export const drawingSide = 224;

/**
 * How wide the pen draws if nothing else is chosen. MNIST's strokes are 2.4 pixels wide in the middle, 1.4 to 4.3 in all but the
 * outermost hundredths (twice the ink over its outline's length, all 60,000 training digits); a digit
 * that takes three quarters of the surface has the middle one's.
 */
export const penWidth = 20;

/** The widths that a reader can choose from; the middle one is `penWidth`. */
export const penWidths = [12, penWidth, 32] as const;

/** How wide the eraser is: wider than any pen, so that nothing is left of a line that it follows. */
export const eraserWidth = 40;

/** The points of a curve that stands for one bend, besides its end. */
const pointsPerBend = 4;

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

/** The points after `from` on the parabola to `to` that `bend` pulls at. */
function bendPoints(from: Point, bend: Point, to: Point): Point[] {
  return Array.from({ length: pointsPerBend }, (_, i) => {
    const share = (i + 1) / pointsPerBend;
    return between(between(from, bend, share), between(bend, to, share), share);
  });
}

/**
 * A path without corners: it begins and ends where the given one does, passes through the middle of
 * every segment between, and bends in a parabola from middle to middle. Stairs, as arrow keys draw
 * them, become a slope.
 */
export function smoothPath(path: Path): Path {
  const last = path.at(-1);
  if (!last || path.length < 3) return path;
  const middles = path.slice(1).map((point, i) => between(path[i], point, 0.5));
  const bends = path
    .slice(1, -1)
    .flatMap((point, i) => bendPoints(middles[i], point, middles[i + 1]));
  return [path[0], middles[0], ...bends, last];
}
