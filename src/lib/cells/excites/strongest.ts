import { networkInput, imageSize, type Normalization } from '$lib/data';
import { runSteps, type Step, type Tensor } from '$lib/nn';

/** How many digits are shown of each unit. */
export const shownCount = 9;

/** Where a digit makes a map or a unit largest. */
export interface Hit {
  /** Which of the digits. */
  readonly digit: number;
  readonly value: number;
  /** The place in the map; 0, 0 for a unit. */
  readonly row: number;
  readonly column: number;
}

/** Of each channel of a tensor the digits that make it largest, the largest first; none that leave it at 0. */
export type Strongest = ReadonlyMap<string, readonly (readonly Hit[])[]>;

/** How many digits go through the network at once. */
const batch = 25;

/**
 * Runs digits `[N, 28, 28]` through the steps of a network and keeps, for every channel of the tensors named, the
 * nine digits with the largest value, each once. Yields how many digits are through; returns what was found.
 */
export function* findStrongest(
  images: Uint8Array,
  steps: readonly Step[],
  given: ReadonlyMap<string, Tensor>,
  normalization: Normalization,
  names: readonly string[],
): Generator<number, Strongest> {
  const count = images.length / imageSize;
  const kept = new Map<string, Hit[][]>();
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(count, from + batch);
    const input = networkInput(images.subarray(from * imageSize, to * imageSize), normalization);
    const passed = runSteps(steps, new Map(given).set('input', input));
    for (const name of names) {
      const tensor = passed.get(name);
      if (!tensor) throw new Error(`findStrongest: unknown tensor: ${name}`);
      keep(kept, name, tensor, from);
    }
    yield to;
  }
  return kept;
}

/** Puts the digits of a batch, the first of them number `from`, among the strongest. */
function keep(kept: Map<string, Hit[][]>, name: string, { shape, data }: Tensor, from: number) {
  const [digits, channels, rows = 1, columns = 1] = shape;
  const size = rows * columns;
  const lists = kept.get(name) ?? Array.from({ length: channels }, (): Hit[] => []);
  kept.set(name, lists);
  for (let n = 0; n < digits; n++)
    for (let channel = 0; channel < channels; channel++) {
      const start = (n * channels + channel) * size;
      let best = 0;
      for (let at = 1; at < size; at++) if (data[start + at] > data[start + best]) best = at;
      const value = data[start + best];
      const list = lists[channel];
      if (!(value > 0) || (list.length === shownCount && value <= list[shownCount - 1].value))
        continue;
      const hit = {
        digit: from + n,
        value,
        row: Math.floor(best / columns),
        column: best % columns,
      };
      list.splice(list.findIndex((each) => each.value < value) >>> 0, 0, hit);
      list.length = Math.min(list.length, shownCount);
    }
}
