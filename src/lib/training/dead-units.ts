import type { Peaks } from '$lib/kernels/contract';
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The dead units of a layer: with ReLU, those that gave zero for every digit of a test. */
export const deadUnitsSchema = v.object({
  /** PyTorch's name of the layer. */
  layer: v.string(),
  dead: count,
  /** How many there are; a convolution's channel is one, wherever it looks. */
  units: count,
});
export type DeadUnits = Readonly<v.InferOutput<typeof deadUnitsSchema>>;

/** The higher of two peaks, unit by unit. */
export function highestOf(one: Peaks | undefined, other: Peaks): Peaks {
  if (!one) return other;
  return Object.fromEntries(
    Object.entries(one).map(([layer, peaks]) => [
      layer,
      peaks.map((peak, unit) => Math.max(peak, other[layer][unit])),
    ]),
  );
}

/**
 * How many units of each layer never rose above zero; a dead one learns nothing, for its slope is 0.
 * One that never gave a number has the peak of no samples, −∞, and is not dead but has run away.
 */
export function deadUnits(peaks: Peaks): DeadUnits[] {
  return Object.entries(peaks).map(([layer, highest]) => ({
    layer,
    dead: highest.filter((peak: number) => peak <= 0 && peak > -Infinity).length,
    units: highest.length,
  }));
}
