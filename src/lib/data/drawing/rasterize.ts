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

/**
 * Moves a pen from one point to another over the grey levels of a picture: full inside the pen, fading over
 * the pixel at its edge. Ink only darkens, the eraser only lightens. Mutates `grey`.
 */
function moveOver(grey: Uint8Array, from: Point, to: Point, width: number, erases: boolean): void {
  const radius = width / 2;
  const reach = radius + 0.5;
  const [inner, outer] = [Math.max(0, radius - 0.5) ** 2, reach ** 2];
  const first = (a: number, b: number) => Math.max(0, Math.floor(Math.min(a, b) - reach));
  const end = (a: number, b: number) => Math.min(drawingSide, Math.ceil(Math.max(a, b) + reach));
  const [top, bottom] = [first(from.y, to.y), end(from.y, to.y)];
  const [left, right] = [first(from.x, to.x), end(from.x, to.x)];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const x = column + 0.5 - from.x;
      const y = row + 0.5 - from.y;
      const along = length === 0 ? 0 : (x * dx + y * dy) / length;
      const share = along < 0 ? 0 : along > 1 ? 1 : along;
      const [awayX, awayY] = [x - share * dx, y - share * dy];
      const squared = awayX * awayX + awayY * awayY;
      if (squared >= outer) continue;
      const cover = squared <= inner ? 1 : reach - Math.sqrt(squared);
      const at = row * drawingSide + column;
      const level = Math.round(255 * (erases ? 1 - cover : cover));
      if (erases ? level < grey[at] : level > grey[at]) grey[at] = level;
    }
  }
}

/** A picture `[224, 224]` with one more stroke, smoothed, with round ends: of ink, or of the eraser. */
export function addStroke(picture: Uint8Array, { points, width, erases }: Stroke): Uint8Array {
  const grey = picture.slice();
  const path = smoothPath(points);
  path.forEach((point, i) =>
    moveOver(grey, path[Math.max(0, i - 1)], point, width, erases === true),
  );
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
