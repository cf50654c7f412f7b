import { foldOf, stationsOf, type Box, type LayerShape } from './plan';

/** A picture in the strip: one map, or all units of a layer; where it stands in either layout, if it does. */
export interface Tile {
  readonly map: number;
  readonly rows: number;
  readonly columns: number;
  readonly wide?: Box;
  readonly narrow?: Box;
}

/** The pictures of a layer: one a map; units are folded in one way where the strip is wide and in another else. */
export function tilesOf(shape: LayerShape): Tile[] {
  const { wide, narrow } = stationsOf(shape);
  const [standing, lying] = [foldOf(shape, true), foldOf(shape, false)];
  if (standing.rows === lying.rows) {
    return Array.from({ length: shape.maps }, (_, map) => ({
      map,
      ...standing,
      wide: wide?.maps[map],
      narrow: narrow?.maps[map],
    }));
  }
  return [
    { map: 0, ...standing, wide: wide?.maps[0] },
    { map: 0, ...lying, narrow: narrow?.maps[0] },
  ];
}

/** The place of the largest of some numbers. */
export function largestIn(values: ArrayLike<number>, start: number, end: number): number {
  let best = start;
  for (let at = start; at < end; at++) if (values[at] > values[best]) best = at;
  return best;
}

/** The index of a number in a tensor of this shape, from its place in the tensor's row of numbers. */
export function indexOf(place: number, shape: readonly number[]): number[] {
  return shape.map((side, axis) => {
    const inner = shape.slice(axis + 1).reduce((product, next) => product * next, 1);
    return Math.floor(place / inner) % side;
  });
}
