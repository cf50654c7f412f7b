import type { Shape } from '$lib/network';

/** A stack of maps, or a bar of features, as it is drawn: its front's width and height, how far it reaches back. */
export interface Solid {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** From 1 to thousands in one picture: a side grows with the logarithm of its size. */
const side = (size: number) => 8 + 10 * Math.log2(size);

/** The solid of a shape; a vector of features is a bar. */
export function solidOf([channels, height, width]: Shape): Solid {
  return height === 1 && width === 1
    ? { width: 7, height: 10 + 7 * Math.log2(channels), depth: 6 }
    : { width: side(width), height: side(height), depth: 3 * Math.log2(channels) };
}
