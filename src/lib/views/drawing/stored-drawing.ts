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

const storageKey = 'drawn-digit';

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

/** Keeps a drawing until the tab is closed; where the browser forbids it, it is lost on a reload. */
export function storeDrawing({ base, strokes }: Drawing): void {
  const points = strokes.map((stroke) => stroke.map(({ x, y }) => [x, y]));
  try {
    const text = JSON.stringify({ base: base && encodeDigit(base), strokes: points });
    sessionStorage.setItem(storageKey, text);
  } catch {
    // Storage is forbidden or full: the drawing holds until the page is left.
  }
}

/** The drawing kept in this tab; nothing where there is none, or none that can be read. */
export function storedDrawing(): Drawing | undefined {
  try {
    const stored = v.safeParse(storedSchema, sessionStorage.getItem(storageKey));
    if (!stored.success) return undefined;
    const { base, strokes } = stored.output;
    return {
      base: base === undefined ? undefined : decodeDigit(base),
      strokes: strokes.map((stroke) => stroke.map(([x, y]) => ({ x, y }))),
    };
  } catch {
    return undefined;
  }
}

/**
 * What to begin with: the drawing kept in this tab, if it is the one that made `initial` or none is
 * given; else `initial`, to be drawn on.
 */
export function firstDrawing(initial?: Uint8Array): Drawing | undefined {
  const stored = storedDrawing();
  if (!initial) return stored;
  const treatment = stored && treatDrawing(rasterizeDrawing(stored));
  const isItself =
    treatment?.kind === 'digit' && encodeDigit(treatment.image) === encodeDigit(initial);
  return isItself ? stored : { strokes: [], base: initial };
}
