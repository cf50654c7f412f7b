import type { Family } from './families';
import type { SolvableField, WindowNumbers, WindowQuestion, WindowSolution } from './window';

type Common = Readonly<Record<SolvableField, readonly number[]>>;

/** What one meets most often in published networks, the commonest first. */
const common: Common = {
  input: [28, 32, 224, 14, 7, 56, 112, 64, 16, 8, 227, 256, 128],
  kernel: [3, 5, 1, 2, 7, 4, 11, 9],
  stride: [1, 2, 4, 3],
  padding: [],
  dilation: [1, 2],
};

/** Transposed convolutions mostly double a size, with kernels that the stride divides. */
const commonTransposed: Common = {
  ...common,
  input: [14, 7, 16, 8, 4, 32, 28, 1, 64, 56, 112],
  kernel: [4, 2, 3, 5, 1, 6, 8, 7],
  stride: [2, 1, 4, 3, 8],
};

/** How unusual a value is: its place in the list; after the list, the larger the rarer. */
function rarity(usual: readonly number[], value: number): number {
  const place = usual.indexOf(value);
  return place === -1 ? usual.length + value : place;
}

/** What is hardly ever built: a window that sees nothing but padding. */
const absurd = 50;

/**
 * Padding is common as none, or as what keeps the size (what multiplies it by the stride, where the
 * convolution is transposed); then the smaller the better.
 */
function paddingRarity(window: WindowNumbers, isTransposed: boolean): number {
  const { padding, kernel, dilation, stride } = window;
  if (padding === 0) return 0;
  const border = dilation * (kernel - 1);
  const keepsSize = 2 * padding === (isTransposed ? border + 1 - stride : border);
  if (keepsSize) return 0.5;
  return 1 + padding + (padding > border ? absurd : 0);
}

/** The pixels at the end that no window begins for: windows that divide the input evenly are usual. */
function leftover({ input, kernel, stride, padding, dilation }: WindowNumbers): number {
  return (input + 2 * padding - dilation * (kernel - 1) - 1) % stride;
}

/** What an even division is worth: so many places further down a list. */
const evenness = 3;

/** What makes a window as a whole unusual: pixels left over, or outputs made by unequally many taps. */
function unevenness(window: WindowNumbers, isTransposed: boolean): number {
  const isEven = isTransposed ? window.kernel % window.stride === 0 : leftover(window) === 0;
  return isEven ? 0 : evenness;
}

/** The values of a setting that are more usual than their size tells. */
function usualValues(field: SolvableField, window: WindowNumbers, usual: Common) {
  if (field !== 'padding') return usual[field];
  const border = window.dilation * (window.kernel - 1);
  return [0, border / 2, (border + 1 - window.stride) / 2];
}

/**
 * The `most` most usual of the windows, the most usual first: those whose missing settings are
 * usual, and which divide evenly. Beside its usual values a setting is the rarer the larger it is,
 * so that of each family only the beginning needs to be weighed.
 */
export function mostCommon(
  families: readonly Family[],
  missing: readonly SolvableField[],
  { layer }: WindowQuestion,
  most: number,
): WindowSolution[] {
  const isTransposed = layer === 'transposed';
  const usual = isTransposed ? commonTransposed : common;
  const rarityOf = (field: SolvableField, window: WindowNumbers) =>
    field === 'padding' ? paddingRarity(window, isTransposed) : rarity(usual[field], window[field]);
  const scoreOf = (window: WindowNumbers) =>
    missing.reduce((sum, field) => sum + rarityOf(field, window), unevenness(window, isTransposed));

  /** How usual the windows of a family can be at most. */
  const leastScore = ({ field, first, last, windowAt }: Family) => {
    const window = windowAt(first);
    const listed = usual[field].findIndex((value) => value >= first && value <= last);
    const own = field === 'padding' ? 0 : listed >= 0 ? listed : rarityOf(field, window);
    const shared = missing.filter((one) => one !== field && one !== 'padding');
    return shared.reduce((sum, one) => sum + rarityOf(one, window), own);
  };
  const ordered = families
    .map((family) => ({ family, least: leastScore(family) }))
    .sort((a, b) => a.least - b.least);

  let best: { solution: WindowSolution; score: number }[] = [];
  for (const { family, least } of ordered) {
    if (best.length === most && least > best[most - 1].score) break;
    const { field, first, last, output, windowAt } = family;
    const end = Math.min(last, first + most + evenness);
    const values = new Set(usualValues(field, windowAt(first), usual));
    for (let value = first; value <= end; value++) values.add(value);
    for (const value of values) {
      if (value < first || value > last || !Number.isInteger(value)) continue;
      const window = windowAt(value);
      best.push({ solution: { window, output }, score: scoreOf(window) });
    }
    best = best.sort((a, b) => a.score - b.score).slice(0, most);
  }
  return best.map(({ solution }) => solution);
}
