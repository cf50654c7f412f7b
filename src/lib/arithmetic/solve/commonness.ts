import type { SolvableField, WindowNumbers, WindowSolution } from './window';

/** What one meets most often in published networks, the commonest first. */
const common: Readonly<Record<SolvableField, readonly number[]>> = {
  input: [28, 32, 224, 14, 7, 56, 112, 64, 16, 8, 227, 256, 128],
  kernel: [3, 5, 1, 2, 7, 4, 11, 9],
  stride: [1, 2, 4, 3],
  padding: [],
  dilation: [1, 2],
};

/** How unusual a setting is: its place in the list; after the list, the larger the rarer. */
function rarity(field: SolvableField, window: WindowNumbers): number {
  const value = window[field];
  if (field === 'padding') return paddingRarity(window);
  const place = common[field].indexOf(value);
  return place === -1 ? common[field].length + value : place;
}

/** What is hardly ever built: a window that sees nothing but padding. */
const absurd = 50;

/** Padding is common as none, or as what keeps the size; then the smaller the better. */
function paddingRarity({ padding, kernel, dilation }: WindowNumbers): number {
  if (padding === 0) return 0;
  const keepsSize = 2 * padding === dilation * (kernel - 1);
  if (keepsSize) return 0.5;
  return 1 + padding + (padding > dilation * (kernel - 1) ? absurd : 0);
}

/** The pixels at the end that no window begins for: windows that divide the input evenly are usual. */
function leftover({ input, kernel, stride, padding, dilation }: WindowNumbers): number {
  return (input + 2 * padding - dilation * (kernel - 1) - 1) % stride;
}

/** Sorts solutions by how usual their missing settings are, evenly dividing ones before others. */
export function byCommonness(missing: readonly SolvableField[]) {
  const score = ({ window }: WindowSolution) =>
    missing.reduce((sum, field) => sum + rarity(field, window), leftover(window) === 0 ? 0 : 3);
  return (a: WindowSolution, b: WindowSolution) => score(a) - score(b);
}
