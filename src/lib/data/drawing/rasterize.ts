import { imageSide } from '../dataset';
import { drawingSide, smoothPath, type Point, type Stroke } from './stroke';

/** What lies on the drawing surface. */
export interface Drawing {
  readonly strokes: readonly Stroke[];
  /** Grey levels `[224, 224]` to draw on: a digit from elsewhere, or what was found on a photo. */
  readonly base?: Uint8Array;
}

/** A surface with nothing on it. */
export const emptyDrawing: Drawing = { strokes: [] };

const enlargement = drawingSide / imageSide;

/** How far a point lies from the segment between two others. */
function distanceToSegment(x: number, y: number, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/**
 * Where a pen of this width passes between two points: for each pixel of the surface that it reaches, the
 * pixel's place in a picture and how much of it is covered, from 0 to 1, fading over the pen's edge.
 */
function coverSegment(
  from: Point,
  to: Point,
  width: number,
  see: (at: number, cover: number) => void,
): void {
  const radius = width / 2;
  const reach = radius + 1;
  const first = (a: number, b: number) => Math.max(0, Math.floor(Math.min(a, b) - reach));
  const end = (a: number, b: number) => Math.min(drawingSide, Math.ceil(Math.max(a, b) + reach));
  for (let row = first(from.y, to.y); row < end(from.y, to.y); row++) {
    for (let column = first(from.x, to.x); column < end(from.x, to.x); column++) {
      const distance = distanceToSegment(column + 0.5, row + 0.5, from, to);
      const cover = Math.max(0, Math.min(1, radius + 0.5 - distance));
      if (cover > 0) see(row * drawingSide + column, cover);
    }
  }
}

/** A picture `[224, 224]` with one more stroke, smoothed, with round ends: of ink, or of the eraser. */
export function addStroke(picture: Uint8Array, { points, width, erases }: Stroke): Uint8Array {
  const grey = picture.slice();
  const touch = erases
    ? (at: number, cover: number) => (grey[at] = Math.min(grey[at], Math.round(255 * (1 - cover))))
    : (at: number, cover: number) => (grey[at] = Math.max(grey[at], Math.round(255 * cover)));
  const path = smoothPath(points);
  path.forEach((point, i) => coverSegment(path[Math.max(0, i - 1)], point, width, touch));
  return grey;
}

/** An image `[28, 28]` as a drawing `[224, 224]`: each pixel becomes 8 × 8. */
export function enlargeImage(image: Uint8Array): Uint8Array {
  const grey = new Uint8Array(drawingSide * drawingSide);
  image.forEach((byte, at) => {
    const start = enlargement * (Math.floor(at / imageSide) * drawingSide + (at % imageSide));
    for (let i = 0; i < enlargement; i++) {
      grey.fill(byte, start + i * drawingSide, start + i * drawingSide + enlargement);
    }
  });
  return grey;
}

/**
 * A drawing as grey levels `[224, 224]`, row-major, 0 for paper and 255 for ink: every stroke in turn, over
 * what it was drawn on.
 */
export function rasterizeDrawing({ strokes, base }: Drawing): Uint8Array {
  const paper = base ?? new Uint8Array(drawingSide * drawingSide);
  return strokes.reduce(addStroke, paper);
}
