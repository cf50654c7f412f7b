import * as v from 'valibot';
import {
  drawingSide,
  encodeDigit,
  enlargeImage,
  eraserWidth,
  penWidth,
  penWidths,
  rasterizeDrawing,
  treatDrawing,
  type Drawing,
} from '$lib/data';
import { Remembered } from '$lib/ui/remembered';

const coordinate = v.pipe(v.number(), v.minValue(-penWidth), v.maxValue(drawingSide + penWidth));
const pointSchema = v.pipe(
  v.strictTuple([coordinate, coordinate]),
  v.transform(([x, y]) => ({ x, y })),
);
const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    base: v.optional(v.pipe(v.string(), v.transform(readPicture), v.length(drawingSide ** 2))),
    strokes: v.array(
      v.object({
        points: v.pipe(v.array(pointSchema), v.minLength(1)),
        width: v.picklist([...penWidths, eraserWidth]),
        erases: v.optional(v.boolean()),
      }),
    ),
  }),
);

/** A picture's bytes from base64; none where the text is something else. */
function readPicture(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

const writePicture = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

function readDrawing(text: string): Drawing | undefined {
  const stored = v.safeParse(storedSchema, text);
  return stored.success ? stored.output : undefined;
}

function writeDrawing({ base, strokes }: Drawing): string {
  return JSON.stringify({
    base: base && writePicture(base),
    strokes: strokes.map((stroke) => ({
      ...stroke,
      points: stroke.points.map(({ x, y }) => [x, y]),
    })),
  });
}

/** The drawing of this tab, remembered until the tab is closed. */
export const rememberedDrawing = new Remembered<Drawing>(
  'drawn-digit',
  { read: readDrawing, write: writeDrawing },
  'sessionStorage',
);

/**
 * What to begin with: the drawing kept in this tab, if it is the one that made `initial` or none is
 * given; else `initial`, to be drawn on.
 */
export function firstDrawing(initial?: Uint8Array): Drawing | undefined {
  const stored = rememberedDrawing.recall();
  if (!initial) return stored;
  const treatment = stored && treatDrawing(rasterizeDrawing(stored));
  const isItself =
    treatment?.kind === 'digit' && encodeDigit(treatment.image) === encodeDigit(initial);
  return isItself ? stored : { strokes: [], base: enlargeImage(initial) };
}
