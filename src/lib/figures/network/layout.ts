import {
  extent,
  measures,
  place,
  type Direction,
  type NetworkPlane,
  type PlacedPlane,
} from './plane';
import { sight, type Sight } from './sights';

/** The whole figure, placed. */
export interface NetworkLayout {
  width: number;
  height: number;
  placed: PlacedPlane[];
  sights: Sight[];
}

const margin = 8;
const wordsAbove = 46;
const phoneWidth = 340;

/** Words above each stack, the operations in one line below, all stacks centred on one axis. */
function placeAcross(planes: NetworkPlane[]): PlacedPlane[] {
  const { gap, room } = measures.across;
  const sizes = planes.map((plane) => extent(plane, 'across'));
  const tallest = Math.max(...sizes.map(({ height }) => height));
  const axis = wordsAbove + tallest / 2;
  let along = margin;
  return planes.map((plane, index) => {
    const { width, height } = sizes[index];
    const taken = Math.max(width, room);
    const [x, y] = [along + (taken - width) / 2, axis - height / 2];
    const bounds = { x: along, y: y - wordsAbove, width: taken, height: height + wordsAbove };
    const middle = along + taken / 2;
    along += taken + gap;
    return {
      ...place(plane, x, y, 'across'),
      bounds,
      title: { x: middle, y: y - 26 },
      operation: { x: middle, y: axis + tallest / 2 + 24 },
    };
  });
}

/** One plane below the other, all on one axis, with their words beside them. */
function placeDown(planes: NetworkPlane[]): PlacedPlane[] {
  const { gap, room } = measures.down;
  const sizes = planes.map((plane) => extent(plane, 'down'));
  const widest = Math.max(...sizes.map(({ width }) => width));
  let along = margin;
  return planes.map((plane, index) => {
    const { width, height } = sizes[index];
    const taken = Math.max(height, room);
    const [x, y] = [margin + (widest - width) / 2, along + (taken - height) / 2];
    const bounds = { x: 0, y: along, width: phoneWidth, height: taken };
    const words = margin + widest + 24;
    const operation = { x: words, y: along - gap / 2 + 4 };
    along += taken + gap;
    return {
      ...place(plane, x, y, 'down'),
      bounds,
      title: { x: words, y: bounds.y + taken / 2 - 4 },
      operation,
    };
  });
}

/**
 * Places the network's planes as Figure 2 of the paper does: every map to the same scale, a stack for
 * the maps of a layer, a leaning bar as long as the layer for a vector, and for one cell of each plane
 * the window that it sees.
 */
export function layoutNetwork(planes: NetworkPlane[], direction: Direction): NetworkLayout {
  const placed = direction === 'across' ? placeAcross(planes) : placeDown(planes);
  const last = placed[placed.length - 1];
  const tallest = Math.max(...placed.map(({ operation }) => operation.y));
  return {
    width: direction === 'across' ? last.bounds.x + last.bounds.width + margin : phoneWidth,
    height: direction === 'across' ? tallest + margin : last.bounds.y + last.bounds.height + margin,
    placed,
    sights: placed.slice(1).map((after, index) => sight(placed[index], after, index, direction)),
  };
}
