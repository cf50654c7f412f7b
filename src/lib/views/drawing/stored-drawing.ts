import * as v from 'valibot';
import {
  decodeDigit,
  drawingSide,
  encodeDigit,
  penWidth,
  rasterizeDrawing,
  treatDrawing,
  type Drawing,
} from '$lib/data';
import { Remembered } from '$lib/ui/remembered';

const coordinate = v.pipe(v.number(), v.minValue(-penWidth), v.maxValue(drawingSide + penWidth));
const pointSchema = v.strictTuple([coordinate, coordinate]);
const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    base: v.optional(v.string()),
    strokes: v.array(v.pipe(v.array(pointSchema), v.minLength(1))),
  }),
);

function readDrawing(text: string): Drawing | undefined {
  const stored = v.safeParse(storedSchema, text);
  if (!stored.success) return undefined;
  const { base, strokes } = stored.output;
  return {
    base: base === undefined ? undefined : decodeDigit(base),
    strokes: strokes.map((stroke) => stroke.map(([x, y]) => ({ x, y }))),
  };
}

function writeDrawing({ base, strokes }: Drawing): string {
  const points = strokes.map((stroke) => stroke.map(({ x, y }) => [x, y]));
  return JSON.stringify({ base: base && encodeDigit(base), strokes: points });
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
  return isItself ? stored : { strokes: [], base: initial };
}
