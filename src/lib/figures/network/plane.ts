/** One layer's output as the figure of the network shows it: `channels` maps of `height` × `width`. */
export interface NetworkPlane {
  /** The layer's name as it is printed: `C1`. */
  name: string;
  channels: number;
  height: number;
  width: number;
  /** How it is made from the plane before it, in words; nothing for the input. */
  operation?: string;
  /** The window that one of its cells sees in the plane before it; absent where it sees everything. */
  window?: { size: number; stride: number; padding: number };
  /** Where pressing it leads. */
  href?: string;
}

/** A rectangle in the figure's own units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where one plane stands: its sheets from back to front, what is marked on the front one, its words. */
export interface PlacedPlane {
  plane: NetworkPlane;
  /** Everything that a press on the plane may hit, its words included. */
  bounds: Box;
  /** The maps, the farthest first; a vector is a single box, drawn as the polygon `bar`. */
  sheets: Box[];
  bar?: string;
  title: { x: number; y: number };
  operation: { x: number; y: number };
}

/** How a figure is laid out: from left to right as in the paper, or from top to bottom on a phone. */
export type Direction = 'across' | 'down';

interface Measures {
  /** Units per cell of a map. */
  cell: number;
  /** Units per number of a vector, and its shortest length. */
  unit: number;
  shortestBar: number;
  /** How deep a stack of maps looks: the shift between two sheets, at most this much in all. */
  shift: number;
  depth: number;
  gap: number;
  /** The least a plane takes along the figure, so that its words have room. */
  room: number;
}

/** The scale of each layout, in the figure's own units. */
export const measures: Record<Direction, Measures> = {
  across: { cell: 4, unit: 0.9, shortestBar: 26, shift: 7, depth: 64, gap: 46, room: 74 },
  down: { cell: 2.7, unit: 0.6, shortestBar: 22, shift: 5, depth: 40, gap: 34, room: 36 },
};

const barThickness = 9;
/** Whether a plane is a vector: its maps are single numbers. */
export const isVector = (plane: NetworkPlane) => plane.height === 1 && plane.width === 1;

/** The size of a plane with its whole stack, or of a vector's bar. */
export function extent(plane: NetworkPlane, direction: Direction) {
  const m = measures[direction];
  if (isVector(plane)) {
    const length = Math.max(m.shortestBar, plane.channels * m.unit);
    return direction === 'across'
      ? { width: barThickness + length * 0.5, height: length, shift: 0 }
      : { width: length, height: barThickness + 4, shift: 0 };
  }
  const steps = plane.channels - 1;
  const shift = steps === 0 ? 0 : Math.min(m.shift, m.depth / steps);
  return {
    width: plane.width * m.cell + steps * shift,
    height: plane.height * m.cell + steps * shift,
    shift,
  };
}

/** The sheets of a stack whose bounding box starts at (x, y); the front one is lowest and leftmost. */
function stack(plane: NetworkPlane, x: number, y: number, shift: number, m: Measures): Box[] {
  const [width, height] = [plane.width * m.cell, plane.height * m.cell];
  return Array.from({ length: plane.channels }, (_, sheet) => {
    const back = plane.channels - 1 - sheet;
    return { x: x + back * shift, y: y + sheet * shift, width, height };
  });
}

/** (x, y) in the figure, or (row, column) in a map. */
export type Point = [number, number];

/** The four corners of a plane's outline. */
export interface Corners {
  topLeft: Point;
  topRight: Point;
  bottomLeft: Point;
  bottomRight: Point;
}

/** The corners of a vector's bar, which leans as the paper draws its full connections. */
export function barCorners({ x, y, width, height }: Box, direction: Direction): Corners {
  const lean = direction === 'across' ? width - barThickness : barThickness;
  return {
    topLeft: [x + lean, y],
    topRight: [x + width, y],
    bottomLeft: [x, y + height],
    bottomRight: [x + width - lean, y + height],
  };
}

/** The corners of a box. */
export const corners = ({ x, y, width, height }: Box): Corners => ({
  topLeft: [x, y],
  topRight: [x + width, y],
  bottomLeft: [x, y + height],
  bottomRight: [x + width, y + height],
});

/** A plane whose bounding box, without its words, starts at (x, y). */
export function place(plane: NetworkPlane, x: number, y: number, direction: Direction) {
  const { width, height, shift } = extent(plane, direction);
  if (!isVector(plane)) return { plane, sheets: stack(plane, x, y, shift, measures[direction]) };
  const box = { x, y, width, height };
  const { topLeft, topRight, bottomRight, bottomLeft } = barCorners(box, direction);
  const bar = [topLeft, topRight, bottomRight, bottomLeft].map(String).join(' ');
  return { plane, sheets: [box], bar };
}
