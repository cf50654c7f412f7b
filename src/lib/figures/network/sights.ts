import {
  barCorners,
  corners,
  isVector,
  measures,
  type Box,
  type Corners,
  type Direction,
  type PlacedPlane,
  type Point,
} from './plane';

/** A straight line in the figure's own units. */
export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** What one cell sees: the window in the plane before, the cell itself, and the lines between. */
export interface Sight {
  window?: Box;
  cell?: Box;
  lines: Line[];
}

const front = (placed: PlacedPlane): Box => placed.sheets[placed.sheets.length - 1];

/** The part of a map that rows and columns from `start`, `size` long, cover; cut off at its border. */
function patch(sheet: Box, start: Point, size: number, cell: number): Box {
  const clip = (from: number, extent: number) => {
    const low = Math.max(0, from * cell);
    return { at: low, long: Math.min(extent, (from + size) * cell) - low };
  };
  const [rows, columns] = [clip(start[0], sheet.height), clip(start[1], sheet.width)];
  return {
    x: sheet.x + columns.at,
    y: sheet.y + rows.at,
    width: columns.long,
    height: rows.long,
  };
}

/** The corners with which a plane faces the next one, or the one before. */
const sides: Record<Direction, { next: (keyof Corners)[]; before: (keyof Corners)[] }> = {
  across: { next: ['topRight', 'bottomRight'], before: ['topLeft', 'bottomLeft'] },
  down: { next: ['bottomLeft', 'bottomRight'], before: ['topLeft', 'topRight'] },
};

/** The outline of a plane: its bar, or its whole stack from the front sheet to the farthest. */
function outline({ plane, sheets }: PlacedPlane, direction: Direction): Corners {
  const near = corners(sheets[sheets.length - 1]);
  if (isVector(plane)) return barCorners(sheets[0], direction);
  return { ...near, topRight: corners(sheets[0]).topRight };
}

/** The two lines from what is seen to what sees it. */
function join(from: Corners, to: Corners, direction: Direction): Line[] {
  const { next, before } = sides[direction];
  return next.map((corner, end) => {
    const [[x1, y1], [x2, y2]] = [from[corner], to[before[end]]];
    return { x1, y1, x2, y2 };
  });
}

/** Where in a map the cell lies whose sight is drawn: by turns, so that no window hides a cell. */
const lookouts: Point[] = [
  [0.3, 0.62],
  [0.62, 0.25],
];

/** What one cell of a plane sees of the plane before it; all of it, where it is fully connected. */
export function sight(
  before: PlacedPlane,
  after: PlacedPlane,
  turn: number,
  direction: Direction,
): Sight {
  const { window, height, width } = after.plane;
  if (!window || isVector(after.plane)) {
    return { lines: join(outline(before, direction), outline(after, direction), direction) };
  }
  const [down, right] = lookouts[turn % lookouts.length];
  const at: Point = [Math.floor(height * down), Math.floor(width * right)];
  const start = at.map((index) => index * window.stride - window.padding) as Point;
  const { cell: scale } = measures[direction];
  const seen = patch(front(before), start, window.size, scale);
  const cell = patch(front(after), at, 1, scale);
  return { window: seen, cell, lines: join(corners(seen), corners(cell), direction) };
}
