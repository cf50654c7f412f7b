/** Neighbouring values of a setting that all give one output. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly output: number;
}

/**
 * The runs of values from `first` to `last` whose output is nearest to the wanted one: one where it
 * is met or nearest on one side, two where it lies in the middle. `outputOf` must never change
 * direction; it is called about four times for each binary digit of the range's length. Outputs
 * further than `farthest` from the wanted one are left out.
 */
export function nearestRuns(
  outputOf: (value: number) => number,
  first: number,
  last: number,
  wanted: number,
  farthest = Infinity,
): Run[] {
  if (first > last) return [];
  const rises = outputOf(last) >= outputOf(first);
  const valueAt = (place: number) => (rises ? first + place : last - place);
  const count = last - first + 1;
  /** The first place, counted in the direction in which outputs rise, where `isReached` holds. */
  const placeWhere = (isReached: (output: number) => boolean) => {
    let [below, above] = [0, count];
    while (below < above) {
      const middle = Math.floor((below + above) / 2);
      if (isReached(outputOf(valueAt(middle)))) above = middle;
      else below = middle + 1;
    }
    return below;
  };
  const runOf = (output: number): Run => {
    const from = placeWhere((one) => one >= output);
    const to = placeWhere((one) => one > output) - 1;
    const [low, high] = rises ? [from, to] : [to, from];
    return { first: valueAt(low), last: valueAt(high), output };
  };

  const at = placeWhere((output) => output >= wanted);
  const above = at < count ? outputOf(valueAt(at)) : Infinity;
  if (above === wanted) return [runOf(wanted)];
  const below = at > 0 ? outputOf(valueAt(at - 1)) : -Infinity;
  const nearest = Math.min(above - wanted, wanted - below);
  if (nearest > farthest) return [];
  return [below, above]
    .filter((output) => Number.isFinite(output) && Math.abs(output - wanted) === nearest)
    .map(runOf);
}
