/** A colour as red, green, blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** What the signed scale is made of: zero is the surface, positive is ink, negative is red. */
export interface Palette {
  readonly zero: Rgb;
  readonly positive: Rgb;
  readonly negative: Rgb;
  /** For what is not a number. */
  readonly absent: Rgb;
}

/**
 * The largest magnitude among `values`: the end of a symmetric domain. What is not finite is passed
 * over; 1 where every value is zero, so that zero stays the surface.
 */
export function magnitudeOf(values: ArrayLike<number>, start = 0, end = values.length): number {
  let largest = 0;
  for (let i = start; i < end; i += 1) {
    const magnitude = Math.abs(values[i]);
    if (magnitude > largest && magnitude !== Infinity) largest = magnitude;
  }
  return largest === 0 ? 1 : largest;
}

/**
 * The pixels (RGBA, one for each value) of `values[start..end)`: from the palette's zero in a
 * straight line to positive at `magnitude` and to negative at −`magnitude`; beyond, no further.
 */
export function paint(
  values: ArrayLike<number>,
  start: number,
  end: number,
  magnitude: number,
  palette: Palette,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * (end - start));
  for (let i = start, p = 0; i < end; i += 1, p += 4) {
    const value = values[i];
    const share = Math.min(1, Math.abs(value) / magnitude);
    const full = value < 0 ? palette.negative : palette.positive;
    for (let c = 0; c < 3; c += 1) {
      pixels[p + c] = Number.isNaN(value)
        ? palette.absent[c]
        : palette.zero[c] + share * (full[c] - palette.zero[c]);
    }
    pixels[p + 3] = 255;
  }
  return pixels;
}
