import { keepLargePatches } from './patches';
import { inkBox, scaleBox } from './box';
import { drawingSide, penWidth } from './stroke';

/** A photo as grey levels, row-major: 0 is black, 255 is white. */
export interface Photo {
  readonly grey: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What was found on a photo, stage by stage; each picture is as large as the photo but for the last. */
export interface OnPhoto {
  readonly kind: 'found';
  readonly photo: Photo;
  /** The paper as it would be without ink, with the light that falls on it. */
  readonly background: Uint8Array;
  /** Whether the ink is lighter than the paper, as chalk is. */
  readonly isInverted: boolean;
  /** The ink: 0 where the paper is bare, 255 where it is full. */
  readonly ink: Uint8Array;
  /** How wide its lines were on the drawing surface, and how wide they were made. */
  readonly lineWidth: { readonly before: number; readonly after: number };
  /** `[224, 224]`: the digit, in the middle of the drawing surface. */
  readonly drawing: Uint8Array;
}

/** What a photo shows, or that nothing on it stands out from its background. */
export type FoundOnPhoto = OnPhoto | { readonly kind: 'blank' };

/** How many tiles to a side the background is estimated in. */
const tiles = 6;

/** Ink that is not darker than its paper by so many grey levels is taken for a shadow. */
const leastContrast = 24;

/** How large the digit's longer side becomes on the drawing surface. */
const drawnSide = 0.75 * drawingSide;

/** The median of the grey levels that were counted. */
function medianOf(counts: Uint32Array, total: number): number {
  let below = 0;
  const level = counts.findIndex((count) => (below += count) * 2 >= total);
  return Math.max(0, level);
}

/**
 * For each of `tiles` × `tiles` parts of a photo the median of it and its neighbours: ink covers less than
 * half of so large a part, even where two strokes meet.
 */
function tileMedians({ grey, width, height }: Photo): number[] {
  const around = (tile: number, side: number) => {
    const [from, to] = [Math.max(0, tile - 1), Math.min(tiles, tile + 2)];
    return [Math.floor((from * side) / tiles), Math.ceil((to * side) / tiles)];
  };
  return Array.from({ length: tiles * tiles }, (_, tile) => {
    const [top, bottom] = around(Math.floor(tile / tiles), height);
    const [left, right] = around(tile % tiles, width);
    const counts = new Uint32Array(256);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) counts[grey[y * width + x]]++;
    }
    return medianOf(counts, (bottom - top) * (right - left));
  });
}

/**
 * The background of a photo: the medians of its tiles, and in a straight line from one tile's middle to the
 * next, since light falls off slowly.
 */
function estimateBackground(photo: Photo): Uint8Array {
  const { width, height } = photo;
  const medians = tileMedians(photo);
  const placeOf = (at: number, side: number) => {
    const place = Math.max(0, Math.min(tiles - 1, ((at + 0.5) * tiles) / side - 0.5));
    const first = Math.min(tiles - 2, Math.floor(place));
    return { first, share: place - first };
  };
  const columns = Array.from({ length: width }, (_, x) => placeOf(x, width));
  const background = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = placeOf(y, height);
    columns.forEach((column, x) => {
      const at = row.first * tiles + column.first;
      const mix = (start: number) =>
        medians[start] + column.share * (medians[start + 1] - medians[start]);
      background[y * width + x] = Math.round(mix(at) + row.share * (mix(at + tiles) - mix(at)));
    });
  }
  return background;
}

/** Otsu's threshold: the level that parts the counted ones into two groups with the least spread within. */
function otsuThreshold(values: Uint8Array): { threshold: number; above: number } {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]++;
  const sum = counts.reduce((total, count, level) => total + count * level, 0);
  let [best, threshold, above] = [-1, 255, 255];
  let [countBelow, sumBelow] = [0, 0];
  for (let level = 0; level < 255; level++) {
    countBelow += counts[level];
    sumBelow += counts[level] * level;
    const countAbove = values.length - countBelow;
    if (countBelow === 0 || countAbove === 0) continue;
    const meanAbove = (sum - sumBelow) / countAbove;
    const between = countBelow * countAbove * (sumBelow / countBelow - meanAbove) ** 2;
    if (between > best) [best, threshold, above] = [between, level, meanAbove];
  }
  return { threshold, above };
}

/** How far each pixel of a photo stands out from its background, as ink does: darker, or lighter. */
function standOut(photo: Photo, background: Uint8Array, isInverted: boolean): Uint8Array {
  const sign = isInverted ? 1 : -1;
  return photo.grey.map((grey, at) => Math.max(0, sign * (grey - background[at])));
}

/** Twice the ink over the length of its outline: how wide the lines of a picture `[224, 224]` are. */
function lineWidthOf(picture: Uint8Array): number {
  let [ink, outline] = [0, 0];
  picture.forEach((grey, at) => {
    if (grey < 128) return;
    ink++;
    const column = at % drawingSide;
    const isBare = (there: number) => (picture[there] ?? 0) < 128;
    outline += Number(isBare(at - drawingSide)) + Number(isBare(at + drawingSide));
    outline += Number(column === 0 || isBare(at - 1));
    outline += Number(column === drawingSide - 1 || isBare(at + 1));
  });
  // An outline of steps is longer than the line it follows: by 4 / π on average over all slopes.
  return outline === 0 ? 0 : (2 * ink) / (outline * (Math.PI / 4));
}

/** A picture `[224, 224]` with its lines wider by `by` on both sides. */
function widenLines(picture: Uint8Array, by: number): Uint8Array {
  const wider = picture.slice();
  const reach = Math.ceil(by);
  picture.forEach((grey, at) => {
    if (grey === 0) return;
    const [row, column] = [Math.floor(at / drawingSide), at % drawingSide];
    for (let y = Math.max(0, row - reach); y <= Math.min(drawingSide - 1, row + reach); y++) {
      for (
        let x = Math.max(0, column - reach);
        x <= Math.min(drawingSide - 1, column + reach);
        x++
      ) {
        const there = y * drawingSide + x;
        if (wider[there] < grey && Math.hypot(y - row, x - column) <= by) wider[there] = grey;
      }
    }
  });
  return wider;
}

/** A picture in a square of the same pixels, in its middle. */
function squared(
  ink: Uint8Array,
  width: number,
  height: number,
): { square: Uint8Array; side: number } {
  const side = Math.max(width, height);
  const square = new Uint8Array(side * side);
  for (let row = 0; row < height; row++) {
    square.set(ink.subarray(row * width, (row + 1) * width), row * side);
  }
  return { square, side };
}

/**
 * Finds the digit on a photo of pen on paper or chalk on a board: what stands out from the background, on
 * the side where more does, without specks; scaled to three quarters of the drawing surface, with lines as
 * wide as the pen's where they are thinner.
 */
export function findOnPhoto(photo: Photo): FoundOnPhoto {
  const background = estimateBackground(photo);
  const [dark, light] = [false, true].map((isInverted) => {
    const contrast = standOut(photo, background, isInverted);
    const sum = contrast.reduce((total, value) => total + (value > leastContrast ? value : 0), 0);
    return { isInverted, contrast, sum };
  });
  const { isInverted, contrast, sum } = light.sum > dark.sum ? light : dark;
  const { threshold, above } = otsuThreshold(contrast);
  if (sum === 0 || above < leastContrast) return { kind: 'blank' };

  const bare = threshold / 2;
  const full = Math.max(bare + 1, (threshold + above) / 2);
  const grey = contrast.map((value) =>
    Math.round(255 * Math.max(0, Math.min(1, (value - bare) / (full - bare)))),
  );
  const ink = keepLargePatches(grey, photo.width, photo.height);
  const { square, side } = squared(ink, photo.width, photo.height);
  const box = inkBox(square, side);
  if (!box) return { kind: 'blank' };

  const scaled = scaleBox(square, side, box, drawnSide);
  const placed = new Uint8Array(drawingSide * drawingSide);
  const margin = (drawingSide - drawnSide) / 2;
  for (let row = 0; row < drawnSide; row++) {
    const line = scaled.subarray(row * drawnSide, (row + 1) * drawnSide);
    placed.set(line, (row + margin) * drawingSide + margin);
  }
  const before = lineWidthOf(placed);
  const by = Math.max(0, (penWidth - before) / 2);
  const drawing = by > 1 ? widenLines(placed, by) : placed;
  return {
    kind: 'found',
    photo,
    background,
    isInverted,
    ink,
    lineWidth: { before, after: lineWidthOf(drawing) },
    drawing,
  };
}
