import { imageSide } from '../dataset';
import { drawingSide, penWidth, smoothStroke, type Point, type Stroke } from './stroke';

/** What lies on the drawing surface. */
export interface Drawing {
  readonly strokes: readonly Stroke[];
  /** A digit `[28, 28]` to draw on, each of its pixels 8 × 8 large. */
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

/** Puts the ink of one segment into `grey`: full inside the pen, fading over the pixel at its edge. */
function inkSegment(grey: Uint8Array, from: Point, to: Point): void {
  const radius = penWidth / 2;
  const reach = radius + 1;
  const first = (a: number, b: number) => Math.max(0, Math.floor(Math.min(a, b) - reach));
  const end = (a: number, b: number) => Math.min(drawingSide, Math.ceil(Math.max(a, b) + reach));
  for (let row = first(from.y, to.y); row < end(from.y, to.y); row++) {
    for (let column = first(from.x, to.x); column < end(from.x, to.x); column++) {
      const distance = distanceToSegment(column + 0.5, row + 0.5, from, to);
      const cover = Math.max(0, Math.min(1, radius + 0.5 - distance));
      const at = row * drawingSide + column;
      grey[at] = Math.max(grey[at], Math.round(255 * cover));
    }
  }
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
 * A drawing as grey levels `[224, 224]`, row-major, 0 for paper and 255 for ink: every stroke, smoothed,
 * with round ends, over the digit it was drawn on.
 */
export function rasterizeDrawing({ strokes, base }: Drawing): Uint8Array {
  const grey = base ? enlargeImage(base) : new Uint8Array(drawingSide * drawingSide);
  for (const stroke of strokes) {
    const points = smoothStroke(stroke);
    points.forEach((point, i) => inkSegment(grey, points[Math.max(0, i - 1)], point));
  }
  return grey;
}
